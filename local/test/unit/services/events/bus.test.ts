import { describe, expect, it } from 'vitest';
import type { BusOptions } from '../../../../services/events/bus.ts';
import { createBus } from '../../../../services/events/bus.ts';
import { createQueues } from '../../../../services/sqs/queues.ts';
import type { AccessRequest } from '../../../../core/access/access-request.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildQueue,
  buildRule,
} from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const queue = buildQueue();
const other = buildQueue({ name: 'ssc-local-unrouted-events' });
const deadLetters = buildQueue({ name: 'ssc-local-orders-dead-letters' });
const target = buildFunction();

function open(rules: Parameters<typeof buildRule>[0][], refuses?: (request: AccessRequest) => boolean) {
  const deployment = buildDeployment({
    queues: [queue, other, deadLetters],
    functions: [target],
    buses: [{ name: 'ssc-local', arn: 'arn:aws:events:us-east-1:000000000000:event-bus/ssc-local', policy: [] }],
    rules: rules.map((rule) => buildRule(rule)),
  });
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const authorizer = buildAuthorizer(refuses);
  const invoked: unknown[] = [];
  const observed: unknown[] = [];
  const invokeAsynchronously: BusOptions['invokeAsynchronously'] = async (_, payload) => void invoked.push(payload);
  const observe: BusOptions['observe'] = (busName, event, names) => observed.push([busName, event.source, names]);
  const { lines, log } = collectLog();
  const bus = createBus(deployment, { queues, invokeAsynchronously, clock, authorizer, log, observe });
  const bodies = (queueArn: string) =>
    queues.receive(queueArn, 10).map((message) => JSON.parse(message.body) as unknown);
  return { bus, queues, clock, authorizer, invoked, lines, observed, bodies };
}

const entry = {
  Source: 'marketplace.orders',
  DetailType: 'Order Status Changed',
  Detail: '{"orderId":"9007199254740993"}',
  EventBusName: 'ssc-local',
};

describe('createBus', () => {
  it('delivers a matching event to the queues of its rules, before it answers', () => {
    const { bus, clock, bodies, observed } = open([
      { targets: [{ id: 'a', arn: queue.arn }] },
      { name: 'also', targets: [{ id: 'a', arn: other.arn }] },
      { name: 'disabled', enabled: false, targets: [{ id: 'a', arn: other.arn }] },
      { name: 'elsewhere', busName: 'default', targets: [{ id: 'a', arn: other.arn }] },
      { name: 'different', pattern: { source: ['marketplace.identity'] }, targets: [{ id: 'a', arn: other.arn }] },
    ]);
    clock.advance(86_400);
    const putAt = clock.now();
    const [answer] = bus.put([entry]);
    const [event] = bodies(queue.arn) as Record<string, string>[];
    expect(answer).toEqual({ EventId: event?.['id'] });
    expect(event).toMatchObject({
      version: '0',
      source: 'marketplace.orders',
      'detail-type': 'Order Status Changed',
      account: '000000000000',
      region: 'us-east-1',
      resources: [],
      detail: { orderId: '9007199254740993' },
    });
    expect(event?.['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    // In whole seconds.
    expect(Date.parse(event?.['time'] ?? '')).toBeGreaterThanOrEqual(putAt - (putAt % 1_000));
    expect(Date.parse(event?.['time'] ?? '')).toBeLessThanOrEqual(clock.now());
    expect(bodies(other.arn)).toHaveLength(1);
    expect(observed).toEqual([['ssc-local', 'marketplace.orders', ['ssc-local-orders', 'also']]]);
  });

  it('takes a bus by ARN and the time of an entry', () => {
    const { bus, bodies } = open([{ targets: [{ id: 'a', arn: queue.arn }] }]);
    bus.put([
      { ...entry, EventBusName: 'arn:aws:events:us-east-1:000000000000:event-bus/ssc-local', Time: 1_700_000_000 },
    ]);
    expect(bodies(queue.arn)).toMatchObject([{ time: '2023-11-14T22:13:20Z' }]);
  });

  it.each([
    [{ ...entry, Source: '' }, 'InvalidArgument', 'Source is a required argument'],
    [{ Source: 'a', Detail: '{}', EventBusName: 'ssc-local' }, 'InvalidArgument', 'DetailType is a required argument'],
    [{ Source: 'a', DetailType: 'b', EventBusName: 'ssc-local' }, 'InvalidArgument', 'Detail is a required argument'],
    [{ ...entry, Detail: '{' }, 'MalformedDetail', 'malformed'],
    [{ ...entry, Detail: '[]' }, 'MalformedDetail', 'malformed'],
    [{ ...entry, Detail: `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}` }, 'MalformedDetail', 'malformed'],
    [{ ...entry, Source: 'aws.ec2' }, 'NotAuthorizedForSourceException', 'source'],
    [{ ...entry, EventBusName: 'ssc-other' }, 'InvalidArgument', 'ssc-other does not exist'],
    [{ ...entry, Time: 'yesterday' }, 'InvalidArgument', 'Time'],
  ])('refuses the entry %j alone', (bad, code, message) => {
    const { bus, bodies } = open([{ targets: [{ id: 'a', arn: queue.arn }] }]);
    const answers = bus.put([bad, entry]);
    expect(answers[0]).toMatchObject({ ErrorCode: code, ErrorMessage: expect.stringContaining(message) as unknown });
    expect(answers[1]).toHaveProperty('EventId');
    expect(bodies(queue.arn)).toHaveLength(1);
  });

  it('asks the queue policy in the name of the rule', () => {
    const { bus, authorizer } = open([{ targets: [{ id: 'a', arn: queue.arn }] }]);
    bus.put([entry]);
    expect(authorizer.asked).toMatchObject([
      {
        principal: { type: 'service', service: 'events.amazonaws.com' },
        action: 'sqs:SendMessage',
        resource: queue.arn,
        context: { 'aws:SourceArn': ['arn:aws:events:us-east-1:000000000000:rule/ssc-local/ssc-local-orders'] },
      },
    ]);
  });

  it('sends what a target refuses to its dead letters with the reason, and still answers success', () => {
    const { bus, queues, bodies, lines } = open(
      [
        {
          targets: [
            { id: 'a', arn: queue.arn, deadLetterArn: deadLetters.arn },
            { id: 'b', arn: other.arn },
          ],
        },
      ],
      (request) => request.resource === queue.arn,
    );
    expect(bus.put([entry])[0]).toHaveProperty('EventId');
    expect(bodies(queue.arn)).toEqual([]);
    expect(bodies(other.arn)).toHaveLength(1);
    const [letter] = queues.receive(deadLetters.arn, 1);
    expect(JSON.parse(letter?.body ?? '')).toMatchObject({ source: 'marketplace.orders' });
    expect(letter?.messageAttributes).toMatchObject({
      TARGET_ARN: { StringValue: queue.arn },
      ERROR_CODE: { StringValue: 'NO_PERMISSIONS' },
      RULE_ARN: { DataType: 'String' },
      ERROR_MESSAGE: { DataType: 'String' },
    });
    expect(lines.join()).not.toContain('9007199254740993');
  });

  it('transforms the input of a target', () => {
    const { bus, bodies } = open([
      {
        targets: [
          {
            id: 'a',
            arn: queue.arn,
            inputTransformer: {
              paths: { type: '$.detail-type', all: '$', order: '$.detail.orderId', absent: '$.detail.absent' },
              template:
                '{"reason":"unknown_event_type","type":<type>,"event":<all>,"text":"order <order> of <aws.events.rule-name>","absent":<absent>,"whole":<aws.events.event.json>,"head":<aws.events.event>}',
            },
          },
        ],
      },
    ]);
    bus.put([{ ...entry, DetailType: 'a "quoted" type' }]);
    const [body] = bodies(queue.arn);
    expect(body).toMatchObject({
      reason: 'unknown_event_type',
      type: 'a "quoted" type',
      event: { source: 'marketplace.orders', detail: { orderId: '9007199254740993' } },
      text: 'order 9007199254740993 of ssc-local-orders',
      absent: null,
      whole: { detail: { orderId: '9007199254740993' } },
    });
    expect((body as { head: object }).head).not.toHaveProperty('detail');
  });

  it('invokes a function as an event', () => {
    const { bus, invoked, authorizer } = open([{ targets: [{ id: 'a', arn: target.arn }] }]);
    bus.put([entry]);
    expect(invoked).toMatchObject([{ source: 'marketplace.orders' }]);
    expect(authorizer.asked[0]).toMatchObject({ action: 'lambda:InvokeFunction', resource: target.arn });
  });

  it.each([
    [{ pattern: { source: [{ glob: '*' }] } }, /ssc-local-orders pattern\.source\[0\] has the unknown operator "glob"/],
    [{ targets: [{ id: 'a', arn: 'arn:aws:sns:us-east-1:000000000000:topic' }] }, /neither a queue nor a function/],
    [{ targets: [{ id: 'a', arn: queue.arn, inputTransformer: { paths: {}, template: '<gone>' } }] }, /uses <gone>/],
    [
      { targets: [{ id: 'a', arn: queue.arn, inputTransformer: { paths: { a: '$.detail[0]' }, template: '<a>' } }] },
      /beyond/,
    ],
  ])('stops the start by name for %j', (rule, message) => {
    expect(() => open([rule])).toThrow(message);
  });
});
