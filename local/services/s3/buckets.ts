import type { Authorizer, Principal } from '../../core/access/access-request.ts';
import type { Log } from '../../core/log.ts';
import { deployFiles } from './deploy-files.ts';
import type { StoredObject } from './deploy-files.ts';
import type { S3Template } from './model.ts';

/** The files of all buckets, to those who may read them. */
export interface Buckets {
  /** The object; `undefined` for one that there is not, or that the principal may not read: S3 tells neither apart without the right to list. */
  read(bucketName: string, key: string, principal: Principal): StoredObject | undefined;
}

/**
 * Makes the buckets and performs their deployments.
 *
 * @throws Error when a deployment's role may not write.
 */
export function createBuckets(template: S3Template, authorizer: Authorizer, log: Log): Buckets {
  const buckets = new Map(template.buckets.map((bucket) => [bucket.name, bucket]));
  const objects = new Map<string, StoredObject>();
  const arnOf = (bucketName: string, key: string) => `${buckets.get(bucketName)?.arn ?? ''}/${key}`;

  for (const deployment of template.bucketDeployments) {
    const { bucketName, roleArn, path } = deployment;
    const principal: Principal = { type: 'role', roleArn, accessKeyId: '', label: path };
    for (const [key, object] of deployFiles(deployment)) {
      const resource = arnOf(bucketName, key);
      const answer = authorizer.decide({ principal, action: 's3:PutObject', resource, context: {} });
      if (!answer.allowed) throw new Error(`${path}: ${answer.message}`);
      objects.set(resource, object);
    }
  }
  return {
    read(bucketName, key, principal) {
      const resource = arnOf(bucketName, key);
      const policyOf = buckets.get(bucketName)?.arn ?? '';
      const answer = authorizer.decide({ principal, action: 's3:GetObject', resource, policyOf, context: {} });
      if (!answer.allowed) log(answer.message);
      return answer.allowed ? objects.get(resource) : undefined;
    },
  };
}
