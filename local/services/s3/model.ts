import type { PolicyStatement } from '../../core/access/policy-statement.ts';

export interface BucketModel {
  readonly name: string;
  readonly arn: string;
  /** By which CloudFront names it as an origin. */
  readonly regionalDomainName: string;
  readonly policy: readonly PolicyStatement[];
}

/** Files of one asset, and what in them is known only at the deployment. */
export interface DeploymentSource {
  /** Absolute folder of the unpacked asset. */
  readonly directory: string;
  /** Text in the files → what stands there in its place. */
  readonly markers: Readonly<Record<string, string>>;
  /** Whether that is written into a text of a JSON file. */
  readonly escapesJson: boolean;
}

/** Files that CDK's own function copies into a bucket, in place of those of the same names. */
export interface BucketDeploymentModel {
  readonly path: string;
  readonly bucketName: string;
  readonly sources: readonly DeploymentSource[];
  readonly cacheControl?: string;
  /** Of the function that copies. */
  readonly roleArn: string;
}

/** What the template says of buckets and of what is in them. */
export interface S3Template {
  readonly buckets: readonly BucketModel[];
  readonly bucketDeployments: readonly BucketDeploymentModel[];
}
