import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../local/services/events/event-pattern.ts';
import type { Json } from '../../../local/core/assembly/json.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const bus = (name: string) => `arn:aws:events:eu-west-1:222222222222:event-bus/${name}`;
const stage = synthesizeStage(
  'prod',
  {},
  {
    subscribers: [
      { name: 'risk', bus: bus('risk'), types: ['Buyer Blocked', 'Alert Dismissed'] },
      { name: 'warehouse', bus: bus('all') },
    ],
  },
);
const rules = stage.ofType('AWS::Events::Rule').map(({ properties }) => properties);
const ruleFor = (name: string) => rules.find(({ Name }) => Name === `ssc-prod-to-${name}`) ?? {};
const targetsOf = (name: string) =>
  ruleFor(name)['Targets'] as readonly {
    Arn: string;
    DeadLetterConfig: unknown;
    RoleArn: { 'Fn::GetAtt': [string] };
  }[];
const sends = (name: string) => {
  const matches = compilePattern(ruleFor(name)['EventPattern'] as Json);
  return (source: string, type: string) => matches({ source, 'detail-type': type });
};

describe('a subscriber in another account', () => {
  it('is sent our own events, of its types or of all', () => {
    expect(sends('risk')('ssc', 'Buyer Blocked')).toBe(true);
    expect(sends('risk')('ssc', 'Alert Raised')).toBe(false);
    expect(sends('warehouse')('ssc', 'Alert Raised')).toBe(true);
  });

  it('is sent nothing that the marketplace reports', () => {
    for (const name of ['risk', 'warehouse'])
      expect(sends(name)('marketplace.identity', 'Buyer Profile Changed'), name).toBe(false);
  });

  it('has a bus of its own, to which one role may put events and nothing else', () => {
    for (const [name, to] of [
      ['risk', bus('risk')],
      ['warehouse', bus('all')],
    ] as const) {
      const [target] = targetsOf(name);
      expect(target?.Arn).toBe(to);
      const role = target?.RoleArn['Fn::GetAtt'][0];
      const policies = stage
        .ofType('AWS::IAM::Policy')
        .filter(({ properties }) => JSON.stringify(properties['Roles']).includes(`"${role}"`));
      expect(
        policies.map(({ properties }) => (properties['PolicyDocument'] as { Statement: unknown }).Statement),
      ).toEqual([[{ Action: 'events:PutEvents', Effect: 'Allow', Resource: to }]]);
    }
  });

  it('loses nothing that its bus does not take: dead letters keep it, and alarm', () => {
    const queues = stage.ofType('AWS::SQS::Queue').map(({ properties }) => properties['QueueName']);
    expect(queues).toEqual(
      expect.arrayContaining(['ssc-prod-to-risk-dead-letters', 'ssc-prod-to-warehouse-dead-letters']),
    );
    expect(targetsOf('risk')[0]?.DeadLetterConfig).toMatchObject({
      Arn: { 'Fn::GetAtt': [expect.stringMatching(/^Subscriberrisk/), 'Arn'] },
    });
  });
});
