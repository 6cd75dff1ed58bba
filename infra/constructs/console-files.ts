import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { BucketDeploymentProps } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import { StoredLogGroup } from './stored-log-group.ts';

/** Read by the page before all else: which issuer, which client, which WebSocket. */
export interface ConsoleSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly liveUrl: string;
  readonly stage: string;
  readonly pictures?: { readonly from: string; readonly to: string };
}

export interface ConsoleFilesProps extends Pick<StageContext, 'config'> {
  /** What the console's build made: `index.html`, and hashed files in `assets/`. */
  readonly directory: string;
}

/** Of files whose names change with what is in them. */
const immutable = [CacheControl.fromString('public, max-age=31536000, immutable')];
/** Kept, and asked about before each use. */
const revalidated = [CacheControl.fromString('no-cache')];

/**
 * The console's files in a private bucket. A version is never half there: its hashed files come first, and then the page
 * that names them; the files of versions before stay, for pages that are open.
 */
export class ConsoleFiles extends Construct {
  readonly bucket: IBucket;
  private readonly directory: string;
  private readonly logs: StoredLogGroup;

  /** @throws Error when the folder holds no build. */
  constructor(scope: Construct, id: string, { directory, config }: ConsoleFilesProps) {
    super(scope, id);
    if (!existsSync(join(directory, 'index.html')))
      throw new Error(`The console has not been built: ${directory} has no index.html.`);
    this.directory = directory;
    this.logs = new StoredLogGroup(this, 'Logs', { config, name: `/aws/lambda/${nameOf(config, 'console-files')}` });
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // It can be made again, but a bucket that is not empty cannot be deleted, and would hold up its stack.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(bucket, 'S1', 'Only CloudFront and the deployment read the console’s files, which are public.');
    // The types of CDK's own class and interface differ in whether an absent member may be undefined.
    this.bucket = bucket as IBucket;
  }

  /** Brings this version's files, and has CloudFront ask for the page anew. */
  deploy(distribution: IDistribution, settings: ConsoleSettings): void {
    const hashed = this.deployment('Assets', {
      sources: [Source.asset(this.directory, { exclude: ['*', '!assets', '!assets/**'] })],
      cacheControl: immutable,
    });
    const page = this.deployment('Page', {
      sources: [
        Source.asset(this.directory, { exclude: ['assets'] }),
        Source.jsonData('config.json', settings, { escape: true }),
      ],
      cacheControl: revalidated,
      distribution,
      // History routes are rewritten before the cache, so that these are all the names that there are.
      distributionPaths: ['/index.html', '/config.json'],
    });
    page.node.addDependency(hashed);
  }

  private deployment(id: string, props: Omit<BucketDeploymentProps, 'destinationBucket'>): BucketDeployment {
    const { bucket: destinationBucket } = this;
    const { logGroup } = this.logs;
    const deployment = new BucketDeployment(this, id, { ...props, destinationBucket, logGroup, prune: false });
    // One function copies for all deployments of the stack: CDK's own, with its own role.
    const { scope: copier } = deployment.handlerRole.node;
    if (copier === undefined) throw new Error('The role of a bucket deployment belongs to no function.');
    const assets = 'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*';
    const bucket = `<${Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)}.Arn>/*`;
    for (const [finding, reason] of [
      ['IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]', 'It logs.'],
      ['IAM5[Action::s3:GetBucket*]', 'CDK’s own grant of reading, on two buckets.'],
      ['IAM5[Action::s3:GetObject*]', 'CDK’s own grant of reading, on two buckets.'],
      ['IAM5[Action::s3:List*]', 'CDK’s own grant of reading, on two buckets.'],
      ['IAM5[Action::s3:Abort*]', 'CDK’s own grant of writing, on the console’s bucket.'],
      ['IAM5[Action::s3:DeleteObject*]', 'CDK’s own grant of writing, on the console’s bucket.'],
      [`IAM5[Resource::${assets}]`, 'Where every deployment of the account puts its files, by their digests.'],
      [`IAM5[Resource::${bucket}]`, 'All of the console’s files.'],
      ['IAM5[Resource::*]', 'Invalidations; CDK’s construct names no distribution.'],
      ['L1', 'CDK chooses the runtime of its own function.'],
    ] as const)
      acknowledge(copier, finding, reason);
    return deployment;
  }
}
