import * as z from 'zod';
import { id } from '../schemas.ts';
import { eventFields, revision } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** The largest group that the marketplace sends. */
const mostMembers = 5_000;

/** The whole membership of a group, so that the highest revision is the truth. An empty one dissolves the group. */
export const buyerLinkGroupChanged = {
  source: 'marketplace.identity',
  type: 'Buyer Link Group Changed',
  detail: z.object({
    ...eventFields,
    groupId: id.meta({ description: 'The link group.' }),
    buyerIds: z
      .array(id)
      .max(mostMembers, 'must have 5,000 members at most')
      .refine((buyerIds) => new Set(buyerIds).size === buyerIds.length, 'must name each buyer once')
      .meta({
        description: 'All accounts of the group, each once. None dissolves it. An account can be in several groups.',
      }),
    evidence: z.array(z.string()).meta({ description: 'What links them, e.g. `device` or `payment_instrument`.' }),
    revision: revision.meta({ description: 'Of this group: grows with each change. The highest counts.' }),
  }),
} as const satisfies EventContract;
export type BuyerLinkGroupChanged = z.output<typeof buyerLinkGroupChanged.detail>;

export const buyerLinkGroupChangedNotes: EventNotes = {
  publisher: 'The identity service of the marketplace.',
  when: 'Accounts were found to be one person, or were found not to be.',
  receiver:
    'Guards the accounts that joined against every block that covers the group, and frees those that left, within seconds.',
  order: 'Any. A lower revision than the one that is stored is ignored: each event holds the whole group.',
  duplicates: 'A revision that is done is ignored. One that was interrupted is finished.',
};
