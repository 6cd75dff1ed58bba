import * as z from 'zod';
import { username } from '../schemas.ts';
import { buyerId, eventFields, revision } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** Shown to sellers, so it may be nothing that a browser would run or fetch in the clear. */
const avatarUrl = z
  .url({ protocol: /^https$/, error: 'must be an https URL' })
  .regex(/^https:\/\//, 'must be an https URL')
  .max(2048, 'must have 2,048 characters at most');

/** How a buyer is called and looks. */
export const buyerProfileChanged = {
  source: 'marketplace.identity',
  type: 'Buyer Profile Changed',
  detail: z.object({
    ...eventFields,
    buyerId,
    username: username.meta({
      description: 'Matched code point for code point: no case folding, no trimming, no normalisation.',
    }),
    avatarUrl: avatarUrl.meta({ description: 'Shown to sellers. `https` only.' }),
    revision: revision.meta({ description: 'Of this profile: grows with each change. The highest counts.' }),
  }),
} as const satisfies EventContract;
export type BuyerProfileChanged = z.output<typeof buyerProfileChanged.detail>;

export const buyerProfileChangedNotes: EventNotes = {
  publisher: 'The identity service of the marketplace.',
  when: 'An account was made, or its username or avatar changed. Send it for all buyers: sellers find them by their exact username.',
  receiver: 'Keeps the newest profile.',
  order: 'Any. A lower revision than the one that is stored is ignored, and every revision after `Buyer Erased`.',
  duplicates: 'The same revision again is ignored.',
};
