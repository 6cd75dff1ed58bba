import { withoutEffect } from '../../core/assembly/without-effect.ts';
import type { Service } from '../../core/service.ts';

/** What the CDK itself adds to a stack. */
export const cdk: Service = {
  name: 'cdk',
  resourceTypes: {
    'AWS::CDK::Metadata': {
      rules: withoutEffect('usage statistics of the CDK', 'Analytics'),
      identify: ({ generatedName }) => ({ ref: generatedName() }),
    },
  },
  read: () => ({}),
};
