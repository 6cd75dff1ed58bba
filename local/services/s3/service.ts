import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import { authorizerOffer } from '../iam/service.ts';
import { createBuckets } from './buckets.ts';
import type { Buckets } from './buckets.ts';
import type { S3Template } from './model.ts';
import { readS3, s3Types } from './template.ts';

export const bucketsOffer = offer<Buckets>('buckets');

/** S3: buckets of files that a deployment brings, for CloudFront to read. It answers no calls. */
export const s3: Service<S3Template> = {
  name: 's3',
  resourceTypes: s3Types,
  permissions: {
    prefix: 's3',
    resourcePolicies: ({ buckets }) => buckets.map(({ arn, policy }) => ({ arn, statements: policy })),
  },
  read: (catalog, { stacks }) => readS3(catalog, stacks),
  open({ deployment, offers, log }) {
    offers.add(bucketsOffer, createBuckets(deployment, offers.take(authorizerOffer), log));
    return {};
  },
};
