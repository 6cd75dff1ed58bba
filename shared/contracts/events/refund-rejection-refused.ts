import * as z from 'zod';
import { refusal } from './parts/refusal.ts';
import { eventFields, refundId, shopId } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** That a refund is not rejected, though a seller asked for it. */
export const refundRejectionRefused = {
  source: 'marketplace.refunds',
  type: 'Refund Rejection Refused',
  detail: z.object({ ...eventFields, shopId, refundId, reason: refusal }),
} as const satisfies EventContract;
export type RefundRejectionRefused = z.output<typeof refundRejectionRefused.detail>;

export const refundRejectionRefusedNotes: EventNotes = {
  publisher: 'The refund service of the marketplace.',
  when: 'The refund service has decided not to do what a `Refund Rejection Requested` asked for.',
  receiver:
    'Gives the alert back to its seller with the reason, and voids the waiver of the request. The seller can ask again.',
  order: 'As for `Order Cancellation Refused`.',
  duplicates: 'As for `Order Cancellation Refused`.',
};
