import { describe, expect, it } from 'vitest';
import { authorizeMapping } from '../../../../../services/lambda/event-sources/mapping-permissions.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildMapping,
} from '../../../../../../test/builders/local-deployment.ts';

const model = buildFunction();
const deployment = buildDeployment({ functions: [buildFunction({ name: 'other' }), model] });
const needs = ['sqs:ReceiveMessage', 'sqs:DeleteMessage'].map((action) => ({ action, resource: 'arn:q' }));

describe('authorizeMapping', () => {
  it('finds the function, once its own role was allowed all that the mapping needs', () => {
    const authorizer = buildAuthorizer();
    expect(authorizeMapping(deployment, buildMapping(), authorizer, needs)).toBe(model);
    const principal = { type: 'role', roleArn: model.roleArn, accessKeyId: '', label: model.name };
    const context = { 'aws:SecureTransport': ['true'] };
    expect(authorizer.asked).toEqual(needs.map((need) => ({ principal, ...need, context })));
  });

  it('names everything that is refused, in one error', () => {
    expect(() =>
      authorizeMapping(
        deployment,
        buildMapping(),
        buildAuthorizer(() => true),
        needs,
      ),
    ).toThrow(
      'Test/Mapping: the role of ssc-local-sample may not work its event source: ssc-local-sample may not sqs:ReceiveMessage on arn:q; ssc-local-sample may not sqs:DeleteMessage on arn:q',
    );
  });

  it('names a function that is not there, and asks nobody', () => {
    const authorizer = buildAuthorizer();
    const mapping = buildMapping({ functionArn: 'arn:gone' });
    expect(() => authorizeMapping(deployment, mapping, authorizer, needs)).toThrow(
      'Test/Mapping: there is no function arn:gone in the deployment.',
    );
    expect(authorizer.asked).toEqual([]);
  });
});
