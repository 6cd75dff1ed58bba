import * as z from 'zod';
import { blockFields } from './parts/block-fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A buyer was put on a shop's Block List. */
export const buyerBlocked = {
  source: ownSource,
  type: 'Buyer Blocked',
  detail: z.object(blockFields),
} as const satisfies EventContract;
export type BuyerBlocked = z.output<typeof buyerBlocked.detail>;

export const buyerBlockedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has blocked a buyer. The gate denies from then on.',
  receiver: 'For risk systems, which learn from blocks and their reasons. Nothing of it may reach the buyer.',
  order: 'Any. Within one `blockId`, `revision` says which state is the newer; the end has the highest.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
