import { concurrency, mostMessages } from './load.ts';
import type { Load } from './load.ts';

/** One quota of AWS, or a limit of ours before it. */
export interface QuotaRow {
  readonly what: string;
  /** In us-east-1, of a new account. */
  readonly limit: number;
  /** A `no` cannot be raised. */
  readonly raised: 'yes' | 'no' | 'ours';
  readonly use: (load: Load) => number;
  readonly whenHit: string;
  readonly shownBy: string;
}

const waits = 'alarm "a queue is behind"';

export const quotaRows: readonly QuotaRow[] = [
  {
    what: 'EventBridge: `PutEvents`, calls a second',
    limit: 10_000,
    raised: 'yes',
    use: (load) => load.perSecond('busEvents'),
    whenHit:
      'Publishers are throttled, and send again. Ours wait in the outbox, and the sweep publishes them. Ten entries in a call count once.',
    shownBy: 'the publisher\'s own errors; for ours, alarm "a stream is behind"',
  },
  {
    what: 'EventBridge: deliveries a second',
    limit: 18_750,
    raised: 'yes',
    use: (load) => load.perSecond('busEvents') * 1.2,
    whenHit:
      'EventBridge delivers later, for up to 24 hours; after that the event is in the dead letters of its queue.',
    shownBy: 'metric `ThrottledRules`; alarms "rules and schedules", "dead letters"',
  },
  {
    what: 'Scheduler: new schedules a second',
    limit: 5_000,
    raised: 'yes',
    use: (load) => load.perSecond('schedules'),
    whenHit: 'The message of the deadline comes again from its queue.',
    shownBy: waits,
  },
  {
    what: 'Scheduler: schedules at one time',
    limit: 10_000_000,
    raised: 'yes',
    use: (load) => load.schedules,
    whenHit: 'As above. They delete themselves once they are due.',
    shownBy: 'alarms "a queue is behind" and "dead letters" of `deadlines`',
  },
  {
    what: 'Scheduler: invocations a second',
    limit: 1_000,
    raised: 'yes',
    use: (load) => load.perSecond('schedules'),
    whenHit: 'Scheduler sends later. A deadline holds all the same: who acts on an alert is judged by the clock.',
    shownBy: "Scheduler's metric `InvocationThrottleCount`",
  },
  {
    what: 'SQS: messages under way in one queue',
    limit: 120_000,
    raised: 'no',
    use: (load) => Math.min(load.statuses, mostMessages('order-consumer')),
    whenHit: 'SQS hands out no more until some are done.',
    shownBy: waits,
  },
  {
    what: 'Consumer of order statuses, messages a second',
    limit: mostMessages('order-consumer'),
    raised: 'ours',
    use: (load) => load.statuses,
    whenHit:
      'Its queue grows, and shrinks after the peak; four days are kept. Raise `maximumConcurrency` in `infra/functions/order-consumer.ts`.',
    shownBy: waits,
  },
  {
    what: 'Lambda: executions at one time, in the account',
    limit: 1_000,
    raised: 'yes',
    use: concurrency,
    whenHit: 'HTTP and the gate are throttled: order services go by their failure contract. Queues wait.',
    shownBy: 'alarms "a function fails, or is throttled" and "the gate"',
  },
  {
    what: 'DynamoDB: write units a second, in one table',
    limit: 40_000,
    raised: 'yes',
    use: (load) => load.perSecond('writeUnits'),
    whenHit: 'Writes are tried again, within the request; then 503 with `Retry-After`, and messages come again.',
    shownBy: 'alarms "the table", "an API", "a queue is behind"',
  },
  {
    what: 'DynamoDB: read units a second, in one table',
    limit: 40_000,
    raised: 'yes',
    use: (load) => load.perSecond('readUnits'),
    whenHit: 'As for writes. The gate answers degraded.',
    shownBy: 'alarms "the table" and "the gate"; metric `Degraded`',
  },
  {
    what: 'API Gateway: requests a second, in the account',
    limit: 10_000,
    raised: 'yes',
    use: (load) => load.sellerRequests + load.gateDecisions,
    whenHit:
      "429. Clients try again; the gate's client goes by the failure contract in time. By invoke, the gate does not count here.",
    shownBy: 'callers with 429; alarm "an API"',
  },
  {
    what: 'Seller API: requests a second',
    limit: 500,
    raised: 'ours',
    use: (load) => load.sellerRequests,
    whenHit: '429 before any function runs. Raise `throttle.seller` of the stage.',
    shownBy: 'as above',
  },
  {
    what: 'WebSocket: new connections a second',
    limit: 500,
    raised: 'yes',
    use: (load) => load.newConnections,
    whenHit: 'The console connects again after a pause, and catches up by its cursor.',
    shownBy: 'alarm "the WebSocket API"',
  },
  {
    what: 'WebSocket: connections at one time',
    limit: 3_600_000,
    raised: 'no',
    use: (load) => load.openConnections,
    whenHit: 'Follows from the one before: each lives two hours at most.',
    shownBy: 'as above',
  },
  {
    what: 'SES: mails a day',
    limit: 50_000,
    raised: 'yes',
    use: (load) => load.perDay('mails'),
    whenHit: 'Digests wait in their queue and come late; alerts are in the console and the live feed at once.',
    shownBy: waits,
  },
  {
    what: 'SES: mails a second',
    limit: 14,
    raised: 'yes',
    use: (load) => load.perSecond('mails'),
    whenHit: 'As above.',
    shownBy: waits,
  },
];
