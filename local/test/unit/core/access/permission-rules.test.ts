import { describe, expect, it } from 'vitest';
import { collectPermissions } from '../../../../core/access/permission-rules.ts';

describe('collectPermissions', () => {
  it('puts together what the services know, each prefix once', () => {
    const policyOf = (arn: string) => [{ arn, statements: [] }];
    const rules = collectPermissions(
      [
        { permissions: { prefix: 'sqs', resourcePolicies: ({ arn }: { readonly arn: string }) => policyOf(arn) } },
        {},
        { permissions: { prefix: 'ses', conditionKeys: ['ses:FromAddress', 'ses:Recipients'] } },
        { permissions: { prefix: 'sqs', conditionKeys: ['aws:SourceArn'] } },
      ],
      { arn: 'arn:aws:sqs:us-east-1:000000000000:q' },
    );
    expect(rules).toEqual({
      prefixes: ['sqs', 'ses'],
      conditionKeys: ['ses:FromAddress', 'ses:Recipients', 'aws:SourceArn'],
      resourcePolicies: policyOf('arn:aws:sqs:us-east-1:000000000000:q'),
    });
  });
});
