import * as z from 'zod';
import { buyerId, eventFields } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** That a buyer is to be forgotten. */
export const buyerErased = {
  source: 'marketplace.identity',
  type: 'Buyer Erased',
  detail: z.object({ ...eventFields, buyerId }),
} as const satisfies EventContract;
export type BuyerErased = z.output<typeof buyerErased.detail>;

export const buyerErasedNotes: EventNotes = {
  publisher: 'The identity service of the marketplace.',
  when: 'A buyer was erased, by their own wish or by law.',
  receiver:
    'Takes username, avatar and notes of this buyer out of the table, for good. Their blocks go on by ID. After a restore of the table, the events of the days since then have to be put on the bus again.',
  order: 'Any. It outranks every profile, also one that comes later.',
  duplicates: 'Forgetting twice does nothing more.',
};
