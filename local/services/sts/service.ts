import type { Service } from '../../core/service.ts';
import type { IamTemplate } from '../iam/model.ts';
import { createStsEndpoint } from './endpoint.ts';

/** STS: who calls. Roles are assumed by themselves; no template holds anything of it. */
export const sts: Service<object, IamTemplate> = {
  name: 'sts',
  resourceTypes: {},
  permissions: { prefix: 'sts' },
  read: () => ({}),
  open: ({ deployment }) => ({ endpoint: createStsEndpoint(deployment) }),
};
