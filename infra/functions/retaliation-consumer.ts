import { buyerBlocked } from '../../shared/contracts/events/buyer-blocked.ts';
import { buyerUnblocked } from '../../shared/contracts/events/buyer-unblocked.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Counts each block, whether it looks retaliatory, and whether support lifted it, for the report of ops and the shop itself. */
export const retaliationConsumer = {
  kind: 'queue',
  queue: 'retaliation',
  events: [buyerBlocked, buyerUnblocked],
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
  hurts: 'The report on retaliation, and what shops see of it, misses the newest blocks. Nobody else is hurt.',
} satisfies QueueFunction;
