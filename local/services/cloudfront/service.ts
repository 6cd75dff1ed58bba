import type { Service } from '../../core/service.ts';
import { httpApisOffer } from '../apigateway/service.ts';
import { bucketsOffer } from '../s3/service.ts';
import { createEdge } from './edge.ts';
import type { CloudFrontTemplate } from './model.ts';
import { cloudFrontTypes } from './resource-types.ts';
import { readDistributions } from './template.ts';

/** CloudFront: what stands before buckets and HTTP APIs. Without a distribution the HTTP APIs stand alone. */
export const cloudFront: Service<CloudFrontTemplate> = {
  name: 'cloudfront',
  resourceTypes: cloudFrontTypes,
  read: (catalog, { place }) => ({ distributions: readDistributions(catalog, place) }),
  check: ({ distributions }) =>
    distributions.slice(1).map(({ path }) => `${path}: one address cannot serve a second distribution`),
  open({ deployment, offers }) {
    const [distribution] = deployment.distributions;
    const api = offers.take(httpApisOffer);
    const buckets = offers.take(bucketsOffer);
    return { handle: distribution === undefined ? api : createEdge({ distribution, buckets, api }) };
  },
};
