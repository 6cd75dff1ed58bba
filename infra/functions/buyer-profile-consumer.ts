import { buyerErased } from '../../shared/contracts/events/buyer-erased.ts';
import { buyerProfileChanged } from '../../shared/contracts/events/buyer-profile-changed.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';

/** Keeps usernames and avatars, and forgets them. */
export const buyerProfileConsumer = {
  kind: 'queue',
  queue: 'buyer-profiles',
  events: [buyerProfileChanged, buyerErased],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: ['Query', 'PutItem'], partitions: [partition.buyer] },
      // Takes an erased buyer's username, avatar and note off the blocks that hold them, and off those that were just removed.
      { actions: ['UpdateItem'], partitions: [partition.shop, partition.removedBlock] },
      { actions: ['Query'], partitions: [partition.removedBlock] },
      { actions: ['Query', 'DeleteItem'], partitions: [partition.lifted] },
    ],
  },
  hurts: 'Sellers do not find buyers under their present username, and erasures wait.',
} satisfies QueueFunction;
