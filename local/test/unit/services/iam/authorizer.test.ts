import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../deployment.ts';
import type { PolicyStatement } from '../../../../core/access/policy-statement.ts';
import { createAuthorizer } from '../../../../services/iam/authorizer.ts';
import { buildDeployment, buildQueue } from '../../../../../test/builders/local-deployment.ts';

const roleArn = 'arn:aws:iam::000000000000:role/ssc-local-gate-role';
const queueArn = 'arn:aws:sqs:us-east-1:000000000000:orders';
const ruleArn = 'arn:aws:events:us-east-1:000000000000:rule/ssc-local/orders';
const statement = (overrides: Partial<PolicyStatement>): PolicyStatement => ({
  effect: 'Allow',
  actions: ['sqs:SendMessage'],
  resources: [queueArn],
  conditions: {},
  principals: [],
  source: 'P #1',
  ...overrides,
});
const deploymentOf = (own: readonly PolicyStatement[], queuePolicy: readonly PolicyStatement[] = []): Deployment =>
  buildDeployment({
    roles: [{ arn: roleArn, name: 'ssc-local-gate-role', path: 'Gate/Role', statements: own, trust: [] }],
    queues: [buildQueue({ name: 'orders', policy: queuePolicy })],
  });
const gate = { type: 'role', roleArn, accessKeyId: 'fn-gate', label: 'ssc-local-gate' } as const;
const events = { type: 'service', service: 'events.amazonaws.com', sourceArn: ruleArn, label: 'orders' } as const;
const send = { action: 'sqs:SendMessage', resource: queueArn, context: {} };

describe('createAuthorizer', () => {
  it('allows a role by its own policy, and says which statement did', () => {
    const authorizer = createAuthorizer(deploymentOf([statement({})]));
    expect(authorizer.decide({ principal: gate, ...send })).toEqual({ allowed: true, statement: 'P #1' });
  });

  it('names function, action and resource when nothing allows them', () => {
    expect(createAuthorizer(deploymentOf([])).decide({ principal: gate, ...send })).toEqual({
      allowed: false,
      message: `User: arn:aws:sts::000000000000:assumed-role/ssc-local-gate-role/ssc-local-gate is not authorized to perform: sqs:SendMessage on resource: ${queueArn} because no identity-based policy allows the sqs:SendMessage action`,
    });
  });

  it('allows a role that only the resource’s policy names', () => {
    const authorizer = createAuthorizer(
      deploymentOf([], [statement({ principals: [`AWS:${roleArn}`], source: 'Q #1' })]),
    );
    expect(authorizer.decide({ principal: gate, ...send })).toEqual({ allowed: true, statement: 'Q #1' });
  });

  it('takes the account’s root in a resource policy for nobody in particular', () => {
    const authorizer = createAuthorizer(
      deploymentOf([], [statement({ principals: ['AWS:arn:aws:iam::000000000000:root'] })]),
    );
    expect(authorizer.decide({ principal: gate, ...send }).allowed).toBe(false);
  });

  it('lets a Deny of the resource’s policy win over the role’s own', () => {
    const authorizer = createAuthorizer(
      deploymentOf([statement({})], [statement({ effect: 'Deny', principals: ['*'], source: 'Q #1' })]),
    );
    expect(authorizer.decide({ principal: gate, ...send })).toMatchObject({
      allowed: false,
      message: expect.stringContaining('explicit deny in a resource-based policy: Q #1') as string,
    });
  });

  it('counts local calls as made over TLS, which they stand for', () => {
    const insecure = statement({
      effect: 'Deny',
      principals: ['*'],
      actions: ['sqs:*'],
      conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
    });
    expect(
      createAuthorizer(deploymentOf([statement({})], [insecure])).decide({ principal: gate, ...send }).allowed,
    ).toBe(true);
  });

  it('allows a service only by the resource’s policy, for the source it names', () => {
    const conditions = { ArnEquals: { 'aws:SourceArn': [ruleArn] } };
    const authorizer = createAuthorizer(
      deploymentOf([statement({})], [statement({ principals: ['Service:events.amazonaws.com'], conditions })]),
    );
    expect(authorizer.decide({ principal: events, ...send }).allowed).toBe(true);
    expect(authorizer.decide({ principal: { ...events, sourceArn: `${ruleArn}-other` }, ...send }).allowed).toBe(false);
    expect(authorizer.decide({ principal: { ...events, service: 'sns.amazonaws.com' }, ...send }).allowed).toBe(false);
  });

  it.each([
    ['role', (wrong: PolicyStatement) => deploymentOf([statement({}), wrong])],
    ['resource', (wrong: PolicyStatement) => deploymentOf([], [wrong])],
  ])('refuses at the start what it cannot judge in the policy of a %s', (_, deploymentWith) => {
    const wrong = statement({ conditions: { DateLessThan: { 'aws:CurrentTime': ['x'] } }, principals: ['*'] });
    expect(() => createAuthorizer(deploymentWith(wrong))).toThrow('P #1: condition operator DateLessThan');
  });
});
