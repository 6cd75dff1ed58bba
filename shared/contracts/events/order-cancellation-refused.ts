import * as z from 'zod';
import { refusal } from './parts/refusal.ts';
import { eventFields, orderId, shopId } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** That an order is not cancelled, though a seller asked for it. */
export const orderCancellationRefused = {
  source: 'marketplace.orders',
  type: 'Order Cancellation Refused',
  detail: z.object({ ...eventFields, shopId, orderId, reason: refusal }),
} as const satisfies EventContract;
export type OrderCancellationRefused = z.output<typeof orderCancellationRefused.detail>;

export const orderCancellationRefusedNotes: EventNotes = {
  publisher: 'The order service of the marketplace.',
  when: 'The order service has decided not to do what an `Order Cancellation Requested` asked for.',
  receiver:
    'Gives the alert back to its seller with the reason, and voids the waiver of the request. The seller can ask again.',
  order:
    'A refusal answers the newest request that was made before it was published. One that was published before the newest request is ignored.',
  duplicates: 'A refusal that comes again, by its `eventId`, answers nothing: it cannot refuse a later request.',
};
