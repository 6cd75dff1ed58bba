import * as z from 'zod';
import { cancellationReason } from '../alert-words.ts';
import { requestFields } from './parts/request-fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A seller asks the order service to cancel a risky order. */
export const orderCancellationRequested = {
  source: ownSource,
  type: 'Order Cancellation Requested',
  detail: z.object({
    ...requestFields,
    reason: cancellationReason.optional().meta({ description: 'Why the seller asks, where they said so.' }),
  }),
} as const satisfies EventContract;
export type OrderCancellationRequested = z.output<typeof orderCancellationRequested.detail>;

export const orderCancellationRequestedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has acted on a Security Alert Order. The waiver of the request stands already, pending.',
  receiver:
    'For the order service, which has 15 minutes. Cancel the order, and publish `Order Status Changed` with the status `CANCELLED`; or publish `Order Cancellation Refused` with a reason. Without an answer the alert goes back to the seller, who can ask again; a cancellation that comes later is still taken, and grants the waiver.',
  order:
    'A seller can ask again after a refusal or after 15 minutes: that is another event with another `eventId`. The later `occurredAt` is the request that waits.',
  duplicates:
    'May arrive twice, with the same `eventId`. Cancelling an order that is cancelled must do nothing, and its status must be published all the same.',
};
