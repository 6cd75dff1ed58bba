import { describe, expect, it } from 'vitest';
import type { AccessRequest } from '../../../../core/access/access-request.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import type { EventEnvelope } from '../../../../services/events/event-envelope.ts';
import type { RuleTargetModel } from '../../../../services/events/model.ts';
import { createRuleDelivery } from '../../../../services/events/rule-delivery.ts';
import { createQueues } from '../../../../services/sqs/queues.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildQueue,
  buildRule,
} from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const queue = buildQueue();
const other = buildQueue({ name: 'ssc-local-other' });
const deadLetters = buildQueue({ name: 'ssc-local-orders-dead-letters' });
const target = buildFunction();
const event: EventEnvelope = {
  version: '0',
  id: 'one',
  'detail-type': 'Order Status Changed',
  source: 'marketplace.orders',
  account: '000000000000',
  time: '2026-11-22T10:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail: { orderId: '9007199254740993' },
};
const noJson = { paths: { order: '$.detail.orderId' }, template: 'order <order>' };

function open(targets: readonly RuleTargetModel[], refuses?: (request: AccessRequest) => boolean) {
  const deployment = buildDeployment({ queues: [queue, other, deadLetters], functions: [target] });
  const journal = openJournal(undefined);
  const queues = createQueues(deployment, { clock: createClock(journal), journal });
  const authorizer = buildAuthorizer(refuses);
  const invoked: unknown[] = [];
  const { lines, log } = collectLog();
  const rule = buildRule({ targets });
  const deliver = createRuleDelivery(deployment, rule, {
    queues,
    authorizer,
    log,
    invokeAsynchronously: async (...call) => void invoked.push(call),
  });
  const received = (arn: string) => queues.receive(arn, 10);
  return { rule, deliver, asked: authorizer.asked, invoked, lines, received };
}

describe('createRuleDelivery', () => {
  it('sends the whole event to each target: a queue has it at once, a function as its payload', () => {
    const { deliver, received, invoked } = open([
      { id: 'a', arn: queue.arn },
      { id: 'b', arn: target.arn },
    ]);
    deliver(event);
    expect(received(queue.arn).map(({ body }) => JSON.parse(body) as unknown)).toEqual([event]);
    expect(invoked).toEqual([[target.arn, event]]);
  });

  it.each([
    [queue.arn, 'sqs:SendMessage'],
    [target.arn, 'lambda:InvokeFunction'],
  ])('asks the policy of %s in the name of the rule', (arn, action) => {
    const { rule, deliver, asked } = open([{ id: 'a', arn }]);
    deliver(event);
    expect(asked).toEqual([
      {
        principal: {
          type: 'service',
          service: 'events.amazonaws.com',
          sourceArn: rule.arn,
          label: 'rule ssc-local-orders',
        },
        action,
        resource: arn,
        context: {
          'aws:SourceArn': [rule.arn],
          'aws:SourceAccount': ['000000000000'],
          'aws:SecureTransport': ['true'],
        },
      },
    ]);
  });

  it.each([
    ['NO_PERMISSIONS', queue.arn, {}],
    ['NO_PERMISSIONS', target.arn, {}],
    ['INVALID_JSON', target.arn, { inputTransformer: noJson }],
  ])('sends the event itself to the dead letters with %s of %s, and goes on with the next target', (code, arn, more) => {
    const { rule, deliver, received, invoked, lines } = open(
      [
        { id: 'a', arn, deadLetterArn: deadLetters.arn, ...more },
        { id: 'b', arn: other.arn },
      ],
      ({ resource }) => code === 'NO_PERMISSIONS' && resource === arn,
    );
    deliver(event);
    expect([received(queue.arn), invoked]).toEqual([[], []]);
    expect(received(other.arn)).toHaveLength(1);
    const [letter] = received(deadLetters.arn);
    expect(JSON.parse(letter?.body ?? '')).toEqual(event);
    const text = (StringValue: unknown) => ({ DataType: 'String', StringValue });
    expect(letter?.messageAttributes).toEqual({
      RULE_ARN: text(rule.arn),
      TARGET_ARN: text(arn),
      ERROR_CODE: text(code),
      ERROR_MESSAGE: text(expect.stringMatching(/may not|no JSON/)),
    });
    expect(lines.join()).toContain(`could not deliver to ${arn}: ${code}`);
    expect(lines.join()).not.toContain('9007199254740993');
  });

  it('drops what is refused where there are no dead letters', () => {
    const { deliver, lines } = open([{ id: 'a', arn: queue.arn }], () => true);
    deliver(event);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['that refuse it too', deadLetters.arn, 'may not sqs:SendMessage'],
    ['that are not there', `${deadLetters.arn}-gone`, 'There is no queue'],
  ])('says that an event is lost with dead letters %s', (_, deadLetterArn, problem) => {
    const { deliver, lines } = open([{ id: 'a', arn: queue.arn, deadLetterArn }], () => true);
    deliver(event);
    expect(lines[1]).toMatch(/^Rule ssc-local-orders lost an event: /);
    expect(lines[1]).toContain(problem);
  });

  it('sends a queue what the transformer makes of the event, JSON or not', () => {
    const { deliver, received } = open([{ id: 'a', arn: queue.arn, inputTransformer: noJson }]);
    deliver(event);
    expect(received(queue.arn)[0]?.body).toBe('order "9007199254740993"');
  });

  it('refuses a target that is neither a queue nor a function of the deployment', () => {
    expect(() => open([{ id: 'a', arn: 'arn:aws:sns:x' }])).toThrow(
      'Test/ssc-local-orders: the target arn:aws:sns:x is neither a queue nor a function',
    );
  });
});
