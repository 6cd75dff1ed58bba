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
  buildQueue,
  buildRule,
} from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const queue = buildQueue();
const other = buildQueue({ name: 'ssc-local-unrouted-events' });

function open(rules: Parameters<typeof buildRule>[0][], refuses?: (request: AccessRequest) => boolean) {
  const deployment = buildDeployment({
    queues: [queue, other],
    buses: [{ name: 'ssc-local', arn: 'arn:aws:events:us-east-1:000000000000:event-bus/ssc-local', policy: [] }],
    rules: rules.map((rule) => buildRule(rule)),
  });
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const authorizer = buildAuthorizer(refuses);
  const observed: unknown[] = [];
  const invokeAsynchronously = () => Promise.resolve();
  const observe: BusOptions['observe'] = (busName, event, names) => observed.push([busName, event.source, names]);
  const { log } = collectLog();
  const bus = createBus(deployment, { queues, invokeAsynchronously, clock, authorizer, log, observe });
  const bodies = (queueArn: string) =>
    queues.receive(queueArn, 10).map((message) => JSON.parse(message.body) as unknown);
  return { bus, clock, observed, bodies };
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
      account: '000000000000',
      region: 'us-east-1',
      detail: { orderId: '9007199254740993' },
    });
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
    [{ ...entry, Detail: '{' }, 'MalformedDetail', 'malformed'],
    [{ ...entry, Detail: `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}` }, 'MalformedDetail', 'malformed'],
    [{ ...entry, EventBusName: 'ssc-other' }, 'InvalidArgument', 'ssc-other does not exist'],
  ])('refuses the entry %j alone', (bad, code, message) => {
    const { bus, bodies, observed } = open([{ targets: [{ id: 'a', arn: queue.arn }] }]);
    const answers = bus.put([bad, entry]);
    expect(answers[0]).toMatchObject({ ErrorCode: code, ErrorMessage: expect.stringContaining(message) as unknown });
    expect(answers[1]).toHaveProperty('EventId');
    expect(bodies(queue.arn)).toHaveLength(1);
    expect(observed).toHaveLength(1);
  });

  it('answers success for what no target takes', () => {
    const { bus, bodies } = open([{ targets: [{ id: 'a', arn: queue.arn }] }], () => true);
    expect(bus.put([entry])[0]).toHaveProperty('EventId');
    expect(bodies(queue.arn)).toEqual([]);
  });

  it.each([
    [{ pattern: { source: [{ glob: '*' }] } }, /ssc-local-orders pattern\.source\[0\] has the unknown operator "glob"/],
    [{ targets: [{ id: 'a', arn: 'arn:aws:sns:us-east-1:000000000000:topic' }] }, /neither a queue nor a function/],
  ])('stops the start by name for %j', (rule, message) => {
    expect(() => open([rule])).toThrow(message);
    expect(() => open([{ ...rule, enabled: false }])).not.toThrow();
  });
});
