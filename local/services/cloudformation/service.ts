import { asObject } from '../../core/assembly/json.ts';
import type { Service } from '../../core/service.ts';
import { createCloudFormationEndpoint } from './endpoint.ts';
import type { CloudFormationTemplate } from './model.ts';

/** CloudFormation: what the stacks put out, for those who look for the deployment's addresses there. */
export const cloudFormation: Service<
  CloudFormationTemplate,
  CloudFormationTemplate & { readonly outputs: Readonly<Record<string, string>> }
> = {
  name: 'cloudformation',
  resourceTypes: {},
  permissions: { prefix: 'cloudformation' },
  read: (_catalog, { stacks }) => ({
    stacks: stacks.map(({ name, template }) => ({ name, outputs: Object.keys(asObject(template['Outputs'])) })),
  }),
  open: ({ deployment, endpointUrl }) => {
    // One port below the AWS endpoint.
    const frontEnd = new URL(endpointUrl);
    frontEnd.port = String(Number(frontEnd.port) - 1);
    return { endpoint: createCloudFormationEndpoint(deployment, frontEnd.origin) };
  },
};
