import * as z from 'zod';
import { type EventContract, eventFields } from './event-contract.ts';
import { id, timestamp } from '../schemas.ts';

/** What the schedule of a digest sends. A digest is named by the instant when it is due, in epoch milliseconds. */
export const digestDue = z.object({
  version: z.literal(1),
  shopId: id,
  digest: z.string().regex(/^\d{1,15}$/, 'must be epoch milliseconds'),
});
export type DigestDue = z.output<typeof digestDue>;

/** Asks the marketplace to show the shop a message in Seller Center: counts, kinds and deadlines, nothing of a buyer. */
export const sellerCenterMessageRequested = {
  source: 'ssc',
  type: 'Seller Center Message Requested',
  detail: z.object({
    ...eventFields,
    shopId: id,
    channel: z.literal('seller_center_message'),
    subject: z.string(),
    /** Plain text. */
    body: z.string(),
    occurredAt: timestamp,
  }),
} as const satisfies EventContract;
