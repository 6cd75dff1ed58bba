import * as z from 'zod';
import { ownEventFields, occurredAt, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** Asks the marketplace to show the shop a message in Seller Center: counts, kinds and deadlines, nothing of a buyer. */
export const sellerCenterMessageRequested = {
  source: ownSource,
  type: 'Seller Center Message Requested',
  detail: z.object({
    ...ownEventFields,
    shopId: shopId.meta({ description: 'The shop that is to see it.' }),
    channel: z.literal('seller_center_message').meta({ description: 'How the shop is notified.' }),
    subject: z.string().meta({ description: 'The subject, in plain text.' }),
    body: z.string().meta({ description: 'The message, in plain text with line breaks.' }),
    occurredAt,
  }),
} as const satisfies EventContract;
export type SellerCenterMessageRequested = z.output<typeof sellerCenterMessageRequested.detail>;

export const sellerCenterMessageRequestedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A shop that is notified in Seller Center has alerts that need action, got or lost its access, or complained about that and has its answer.',
  receiver: 'For Seller Center: show it to the shop. Nothing has to be answered.',
  order: 'Any: each message stands for itself.',
  duplicates: 'May arrive twice. Show one `eventId` once.',
};
