import * as z from 'zod';
import { id } from '../schemas.ts';
import { blockFields } from './parts/block-fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** Customer support has looked at a block, and keeps it. */
export const blockUpheld = {
  source: ownSource,
  type: 'Block Upheld',
  detail: z.object({
    ...blockFields,
    agent: id.meta({ description: 'Of customer support, who looked at the block.' }),
  }),
} as const satisfies EventContract;

export const blockUpheldNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'Customer support has looked at a block, e.g. since its buyer asked, and keeps it: once for each block. Nothing of the block changes.',
  receiver: 'For risk systems, which learn that a block was found right. Nothing of it may reach the buyer.',
  order: 'Any. `revision` is that of the block as it was looked at.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
