import * as z from 'zod';
import { blockScope } from '../block-words.ts';
import { blockFields } from './parts/block-fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A live block was extended, or its reason, scope or note was changed. */
export const blockChanged = {
  source: ownSource,
  type: 'Block Changed',
  detail: z.object({
    ...blockFields,
    scopeBefore: blockScope.optional().meta({ description: 'The scope that it had, where that was changed.' }),
  }),
} as const satisfies EventContract;
export type BlockChanged = z.output<typeof blockChanged.detail>;

export const blockChangedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has extended a live block, or changed its reason, its scope or its note. The note itself is not in the event.',
  receiver:
    'For systems that keep a copy of blocks. Replace what you hold of the block, unless you hold a higher `revision`. Nothing of it may reach the buyer.',
  order: 'Any. Within one `blockId`, `revision` says which state is the newer.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
