import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Counts the orders that the gate stopped. */
export const stoppedOrderConsumer = {
  kind: 'queue',
  queue: 'stopped-orders',
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      {
        actions: [...read, 'PutItem', 'ConditionCheckItem'],
        partitions: [partition.shop, partition.endedBlock, partition.stopped, partition.activity],
      },
      { actions: ['UpdateItem'], partitions: [partition.stats, partition.prevented] },
    ],
  },
  hurts: 'Sellers are not shown the orders that the gate stopped; the stopping itself goes on.',
} satisfies QueueFunction;
