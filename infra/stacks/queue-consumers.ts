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
    hurts: 'Sellers do not find buyers who have just ordered, and see stale counts of open orders.',
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
  'stopped-orders': {
    name: 'stopped-order-consumer',
    timeout: Duration.seconds(30),
    maximumConcurrency: 10,
    maximumWait: Duration.minutes(5),
    hurts: 'Sellers are not shown the orders that the gate stopped; the stopping itself goes on.',
  },
} satisfies Record<string, Consumer>;
