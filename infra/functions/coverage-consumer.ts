import { buyerBlocked } from '../../shared/contracts/events/buyer-blocked.ts';
import { buyerUnblocked } from '../../shared/contracts/events/buyer-unblocked.ts';
import type { QueueFunction } from '../function-definition.ts';
import { coverBuyers } from '../grants/coverage.ts';

/** Guards the linked accounts of a new block, and cleans up behind a removed one. */
export const coverageConsumer = {
  kind: 'queue',
  queue: 'coverage',
  events: [buyerBlocked, buyerUnblocked],
  maximumConcurrency: 10,
  maximumWaitMinutes: 1,
  timeoutSeconds: 120,
  memoryMegabytes: 512,
  grants: {
    table: [coverBuyers],
  },
  hurts: 'Blocks stay at coverage "applying". Until then a linked account of a blocked buyer can still order.',
} satisfies QueueFunction;
