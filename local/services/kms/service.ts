import type { Service } from '../../core/service.ts';
import { createKmsEndpoint } from './endpoint.ts';
import { openKeyRing } from './key-ring.ts';
import type { KmsTemplate } from './model.ts';
import { kmsTypes, readSigningKeys } from './template.ts';

/** KMS: signs with real keys, kept in the journal. Nothing is encrypted on one machine. */
export const kms: Service<KmsTemplate> = {
  name: 'kms',
  resourceTypes: kmsTypes,
  permissions: {
    prefix: 'kms',
    // DynamoDB, which stands behind the first two, asks for no key here; a call of its own carries neither on AWS either.
    conditionKeys: ['kms:ViaService', 'kms:GrantIsForAWSResource', 'kms:MessageType', 'kms:SigningAlgorithm'],
    resourcePolicies: ({ signingKeys }) => signingKeys.map(({ arn, policy }) => ({ arn, statements: policy })),
  },
  read: (catalog) => ({ signingKeys: readSigningKeys(catalog) }),
  open: ({ deployment, journal }) => ({
    endpoint: createKmsEndpoint(deployment, openKeyRing(deployment.signingKeys, journal)),
  }),
};
