import type { QueueFunction } from '../function-definition.ts';
import { coverBuyers, readEnded } from '../grants/coverage.ts';

const queue = 'coverage-steps';

/** Guards and frees linked accounts a step at a time: one block, and as many accounts as fit in some transactions. */
export const coverageStepConsumer = {
  kind: 'queue',
  queue,
  // Blocks that follow one group make sure of the same members: more at once would only get in each other's way.
  maximumConcurrency: 5,
  batchSize: 1,
  maximumWaitMinutes: 2,
  timeoutSeconds: 120,
  memoryMegabytes: 512,
  grants: { table: [coverBuyers, readEnded], sendsTo: queue },
  hurts:
    'Blocks stay at coverage "applying". Until then a linked account of a blocked buyer can still order, or one who left a link group cannot.',
} satisfies QueueFunction;
