import { buyerBlocked } from '../../shared/contracts/events/buyer-blocked.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Counts each block, and whether it looks retaliatory, for the report of ops. */
export const retaliationConsumer = {
  kind: 'queue',
  queue: 'retaliation',
  events: [buyerBlocked],
  maximumConcurrency: 5,
  maximumWaitMinutes: 30,
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: read, partitions: [partition.shopBuyer] },
      { actions: ['PutItem'], partitions: [partition.countedBlock] },
      { actions: ['UpdateItem'], partitions: [partition.blockDay] },
    ],
  },
  hurts: 'The report on retaliation misses the newest blocks. Nobody else is hurt.',
} satisfies QueueFunction;
