import * as z from 'zod';
import { id } from '../schemas.ts';
import { blockFields } from './parts/block-fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A block was ended by somebody: a seller, or customer support. */
export const buyerUnblocked = {
  source: ownSource,
  type: 'Buyer Unblocked',
  detail: z.object({
    ...blockFields,
    agent: id
      .optional()
      .meta({ description: 'Of customer support, who lifted the block. Absent where a seller removed it.' }),
  }),
} as const satisfies EventContract;
export type BuyerUnblocked = z.output<typeof buyerUnblocked.detail>;

export const buyerUnblockedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has removed a block, or customer support has lifted it. A block that expires has no event: `expiresAt` says when it ends. A seller can undo a removal for 15 minutes: then `Buyer Blocked` comes, with the same `blockId` and a higher `revision`.',
  receiver: 'For risk systems and copies of blocks. Nothing of it may reach the buyer.',
  order: 'Any. Within one `blockId`, `revision` says which state is the newer.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
