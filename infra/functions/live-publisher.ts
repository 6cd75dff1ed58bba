import { alertChanged } from '../../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../../shared/contracts/events/alert-raised.ts';
import { accessTerminated } from '../../shared/contracts/events/access-terminated.ts';
import { blockChanged } from '../../shared/contracts/events/block-changed.ts';
import { buyerBlocked } from '../../shared/contracts/events/buyer-blocked.ts';
import { buyerExempted } from '../../shared/contracts/events/buyer-exempted.ts';
import { buyerExemptionEnded } from '../../shared/contracts/events/buyer-exemption-ended.ts';
import { buyerUnblocked } from '../../shared/contracts/events/buyer-unblocked.ts';
import { orderStopped } from '../../shared/contracts/events/order-stopped.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Tells each of our own events to its shop's connections, and ends those of a shop that loses its access. */
export const livePublisher = {
  kind: 'queue',
  queue: 'live',
  events: [
    alertRaised,
    alertChanged,
    buyerBlocked,
    buyerUnblocked,
    blockChanged,
    buyerExempted,
    buyerExemptionEnded,
    orderStopped,
    accessTerminated,
  ],
  // Events of one shop meet at the head of its feed.
  maximumConcurrency: 5,
  maximumWaitMinutes: 1,
  timeoutSeconds: 30,
  memoryMegabytes: 512,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.feed, partition.feedSeen] },
      { actions: ['ConditionCheckItem'], partitions: [partition.shop] },
      { actions: ['UpdateItem'], partitions: [partition.feed] },
      { actions: ['PutItem'], partitions: [partition.feed, partition.feedSeen] },
      { actions: ['Query'], partitions: [partition.shopConnections] },
      { actions: ['DeleteItem'], partitions: [partition.connection, partition.shopConnections] },
    ],
    postsToConnections: true,
  },
  hurts: 'Sellers do not see alerts at once, but when they reload; and whose shop has lost its access stays connected.',
} satisfies QueueFunction;
