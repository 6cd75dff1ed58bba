import type { Catalog } from '../../core/assembly/catalog.ts';
import type { StackTemplate } from '../../core/assembly/cloud-assembly.ts';
import { asList, asObject, asStrings, asText, withoutUndefined } from '../../core/assembly/json.ts';
import { noEffect, object, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { ResourceTypes } from '../../core/assembly/resource.ts';
import { readStatements } from '../../core/access/policy-document.ts';
import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import type { BucketDeploymentModel, BucketModel, DeploymentSource, S3Template } from './model.ts';

const uncached = noEffect('nothing is cached on one machine');

/** CDK's construct BucketDeployment, which a function of its own performs on AWS. */
export const bucketDeploymentType = 'Custom::CDKBucketDeployment';

export const s3Types: ResourceTypes = {
  'AWS::S3::Bucket': {
    rules: {
      BucketEncryption: noEffect('nothing is encrypted locally'),
      BucketName: used,
      OwnershipControls: noEffect('one account owns all files'),
      PublicAccessBlockConfiguration: noEffect('nobody but the local services reaches a bucket'),
      Tags: tags,
    },
    identify: ({ properties, generatedName }, { region }) => {
      const name = asText(properties['BucketName']) ?? generatedName(63).toLowerCase();
      const regional = `${name}.s3.${region}.amazonaws.com`;
      return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}`, RegionalDomainName: regional } };
    },
  },
  'AWS::S3::BucketPolicy': {
    rules: { Bucket: used, PolicyDocument: used },
    identify: ({ properties }) => ({ ref: asText(properties['Bucket']) ?? '' }),
  },
  [bucketDeploymentType]: {
    rules: {
      DestinationBucketName: used,
      DistributionId: uncached,
      DistributionPaths: uncached,
      OutputObjectKeys: noEffect('no resource reads the keys'),
      Prune: only(false),
      ServiceToken: used,
      SourceBucketNames: noEffect('assets are folders of the assembly'),
      SourceMarkers: used,
      SourceMarkersConfig: used,
      SourceObjectKeys: used,
      SystemMetadata: object({ 'cache-control': used }),
      WaitForDistributionInvalidation: uncached,
    },
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
};

export function readS3(catalog: Catalog, stacks: readonly StackTemplate[]): S3Template {
  const policies = new Map<string, readonly PolicyStatement[]>();
  catalog.read('AWS::S3::BucketPolicy', ({ properties, path }) => {
    policies.set(asText(properties['Bucket']) ?? '', readStatements(properties['PolicyDocument'], path));
  });
  const buckets = catalog.read(
    'AWS::S3::Bucket',
    ({ ref, attributes }): BucketModel => ({
      name: ref,
      arn: attributes['Arn'] ?? '',
      regionalDomainName: attributes['RegionalDomainName'] ?? '',
      policy: policies.get(ref) ?? [],
    }),
  );
  return { buckets, bucketDeployments: readDeployments(catalog, stacks, buckets) };
}

function readDeployments(
  catalog: Catalog,
  stacks: readonly StackTemplate[],
  buckets: readonly BucketModel[],
): readonly BucketDeploymentModel[] {
  const functions = catalog.ofType('AWS::Lambda::Function');
  return catalog.read(bucketDeploymentType, ({ properties, path, stack }) => {
    const bucketName = asText(properties['DestinationBucketName']) ?? '';
    if (!buckets.some(({ name }) => name === bucketName)) throw new Error(`there is no bucket ${bucketName}`);
    const copier = functions.find(({ attributes }) => attributes['Arn'] === properties['ServiceToken']);
    if (copier === undefined) throw new Error('property ServiceToken: names no function of the assembly');
    const assets = stacks.find(({ name }) => name === stack)?.assets;
    const markers = asList(properties['SourceMarkers']);
    const configs = asList(properties['SourceMarkersConfig']);
    const sources = asStrings(properties['SourceObjectKeys']).map((key, index): DeploymentSource => {
      const directory = assets?.get(key);
      if (directory === undefined || directory.endsWith('.zip'))
        throw new Error(`property SourceObjectKeys: the assembly holds no folder ${key}`);
      const { jsonEscape, ...others } = asObject(configs[index]);
      const [unknown] = Object.keys(others);
      if (unknown !== undefined) throw new Error(`property SourceMarkersConfig: ${unknown} is not supported`);
      const given = Object.entries(asObject(markers[index]));
      const texts = Object.fromEntries(given.map(([marker, value]) => [marker, String(value)]));
      return { directory, markers: texts, escapesJson: jsonEscape === true || jsonEscape === 'true' };
    });
    return withoutUndefined({
      path,
      bucketName,
      sources,
      cacheControl: asText(asObject(properties['SystemMetadata'])['cache-control']),
      roleArn: asText(copier.properties['Role']) ?? '',
    });
  });
}
