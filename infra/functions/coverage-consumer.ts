import { blockChanged } from '../../shared/contracts/events/block-changed.ts';
import { buyerBlocked } from '../../shared/contracts/events/buyer-blocked.ts';
import { buyerExempted } from '../../shared/contracts/events/buyer-exempted.ts';
import { buyerExemptionEnded } from '../../shared/contracts/events/buyer-exemption-ended.ts';
import { buyerUnblocked } from '../../shared/contracts/events/buyer-unblocked.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { coverBuyers, readEnded } from '../grants/coverage.ts';
import { coverageStepConsumer } from './coverage-step-consumer.ts';

/** Guards the linked accounts of a new or widened block, and cleans up behind a narrowed or removed one, and behind exemptions. */
export const coverageConsumer = {
  kind: 'queue',
  queue: 'coverage',
  events: [buyerBlocked, blockChanged, buyerUnblocked, buyerExempted, buyerExemptionEnded],
  maximumConcurrency: 10,
  maximumWaitMinutes: 1,
  timeoutSeconds: 120,
  memoryMegabytes: 512,
  grants: {
    table: [
      coverBuyers,
      readEnded,
      // The words of a removed block, whose buyer was erased meanwhile.
      { actions: ['UpdateItem'], partitions: [partition.removedBlock] },
    ],
    sendsTo: coverageStepConsumer.queue,
  },
  hurts: 'Blocks stay at coverage "applying". Until then a linked account of a blocked buyer can still order.',
} satisfies QueueFunction;
