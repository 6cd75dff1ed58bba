import * as z from 'zod';
import { timestamp } from '../schemas.ts';
import { blockFields } from './parts/block-fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A buyer was put on a shop's Block List, or came back to it because a removal was undone. */
export const buyerBlocked = {
  source: ownSource,
  type: 'Buyer Blocked',
  detail: z.object({
    ...blockFields,
    removedAt: timestamp.optional().meta({
      description:
        'Of a block that is back because its removal was undone: when it had been removed. The block is the same, with the `revision` after that of its removal; between `removedAt` and `occurredAt` it covered nobody. Absent on a new block.',
    }),
  }),
} as const satisfies EventContract;
export type BuyerBlocked = z.output<typeof buyerBlocked.detail>;

export const buyerBlockedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has blocked a buyer, or has undone the removal of a block: then it has `removedAt`. The gate denies from then on.',
  receiver:
    'For risk systems, which learn from blocks and their reasons, and for copies of blocks. One with `removedAt` takes back the `Buyer Unblocked` of this `blockId`; count it as no further block. Nothing of it may reach the buyer.',
  order: 'Any. Within one `blockId`, `revision` says which state is the newer.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
