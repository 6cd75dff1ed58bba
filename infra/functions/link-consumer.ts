import { buyerLinkGroupChanged } from '../../shared/contracts/events/buyer-link-group-changed.ts';
import type { QueueFunction } from '../function-definition.ts';
import { coverBuyers } from '../grants/coverage.ts';
import { coverageStepConsumer } from './coverage-step-consumer.ts';

/** Keeps link groups, and the markers of blocks that depend on them. */
export const linkConsumer = {
  kind: 'queue',
  queue: 'buyer-links',
  events: [buyerLinkGroupChanged],
  maximumConcurrency: 10,
  maximumWaitMinutes: 1,
  timeoutSeconds: 120,
  memoryMegabytes: 512,
  grants: {
    table: [coverBuyers],
    sendsTo: coverageStepConsumer.queue,
  },
  hurts: 'Link groups are not up to date. Until then a linked account of a blocked buyer can still order.',
} satisfies QueueFunction;
