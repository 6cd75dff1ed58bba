import { Duration } from 'aws-cdk-lib';
import type { QueueConsumerProps } from '../constructs/queue-consumer.ts';

type Consumer = Pick<
  QueueConsumerProps,
  'name' | 'timeout' | 'memoryMegabytes' | 'maximumConcurrency' | 'maximumWait' | 'hurts'
>;

const unguarded = 'Until then a linked account of a blocked buyer can still order.';

/** Who works on which queue. Concurrency is bounded where messages of one buyer or group would only collide. */
export const queueConsumers = {
  'buyer-profiles': {
    name: 'buyer-profile-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Sellers do not find buyers under their present username, and erasures wait.',
  },
  orders: {
    name: 'order-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 20,
    maximumWait: Duration.minutes(5),
    hurts:
      'Sellers do not find buyers who have just ordered; alerts do not follow their orders, and waivers of cancellations stay pending.',
  },
  'order-flags': {
    name: 'order-flag-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Sellers are not warned of risky orders, and ship what they could have cancelled without a penalty.',
  },
  'refund-flags': {
    name: 'refund-flag-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Sellers are not warned of risky refunds, and miss the time in which they could have rejected them.',
  },
  'flag-withdrawals': {
    name: 'flag-withdrawal-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Alerts stay open that the risk systems have taken back, and sellers turn honest buyers away.',
  },
  'fraud-outcomes': {
    name: 'fraud-outcome-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(15),
    hurts: 'Sellers do not see the fraud that was intercepted for them.',
  },
  refunds: {
    name: 'refund-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 20,
    maximumWait: Duration.minutes(5),
    hurts: 'Risk Refunds do not follow their refunds: rejections are not confirmed, and their waivers stay pending.',
  },
  'cancellation-refusals': {
    name: 'cancellation-refusal-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Sellers believe that an order is being cancelled though its cancellation was refused.',
  },
  'rejection-refusals': {
    name: 'rejection-refusal-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Sellers believe that a refund is being rejected though its rejection was refused.',
  },
  'buyer-links': {
    name: 'link-consumer',
    timeout: Duration.seconds(120),
    memoryMegabytes: 512,
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(1),
    hurts: `Link groups are not up to date. ${unguarded}`,
  },
  coverage: {
    name: 'coverage-consumer',
    timeout: Duration.seconds(120),
    memoryMegabytes: 512,
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(1),
    hurts: `Blocks stay at coverage "applying". ${unguarded}`,
  },
  retaliation: {
    name: 'retaliation-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 5,
    maximumWait: Duration.minutes(30),
    hurts: 'The report on retaliation misses the newest blocks. Nobody else is hurt.',
  },
  'stopped-orders': {
    name: 'stopped-order-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Sellers are not shown the orders that the gate stopped; the stopping itself goes on.',
  },
  deadlines: {
    name: 'deadline-scheduler',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Alerts do not end at their deadline, and requests that nobody answers are not given back to their sellers.',
  },
  'alert-deadlines': {
    name: 'alert-deadline',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Alerts do not end at their deadline, and requests that nobody answers are not given back to their sellers.',
  },
  notices: {
    name: 'notice-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Shops are not told of alerts that need action; their sellers still see them in the console.',
  },
  'access-notices': {
    name: 'access-notice-consumer',
    // As for digests.
    timeout: Duration.seconds(30),
    maximumConcurrency: 2,
    // A run over thousands of shops takes as long as SES takes to let their mails out.
    maximumWait: Duration.minutes(30),
    hurts: 'Shops are not told that they have Seller Security Center, or that they no longer have it.',
  },
  digests: {
    name: 'digest-sender',
    // Below the lease of a claim, which is below the six times that the queue hides a message.
    timeout: Duration.seconds(30),
    // About as many mails a second as SES lets a new account send.
    maximumConcurrency: 2,
    maximumWait: Duration.minutes(10),
    hurts: 'Shops are not told of alerts that need action; their sellers still see them in the console.',
  },
  live: {
    name: 'live-publisher',
    timeout: Duration.seconds(30),
    memoryMegabytes: 512,
    // Events of one shop meet at the head of its feed.
    maximumConcurrency: 5,
    maximumWait: Duration.minutes(1),
    hurts:
      'Sellers do not see alerts at once, but when they reload; and whose shop has lost its access stays connected.',
  },
} satisfies Record<string, Consumer>;
