import * as z from 'zod';
import { rejectionReason } from '../alert-words.ts';
import { requestFields } from './parts/request-fields.ts';
import { orderId, refundId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A seller asks the refund service to reject a risky refund. */
export const refundRejectionRequested = {
  source: ownSource,
  type: 'Refund Rejection Requested',
  detail: z.object({
    ...requestFields,
    orderId: orderId.optional().meta({ description: 'The order that the refund is about, where the alert has it.' }),
    refundId,
    reason: rejectionReason.optional().meta({ description: 'Why the seller asks, where they said so.' }),
  }),
} as const satisfies EventContract;
export type RefundRejectionRequested = z.output<typeof refundRejectionRequested.detail>;

export const refundRejectionRequestedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has acted on a Risk Refund. The waiver of the request stands already, pending.',
  receiver:
    'For the refund service, which has 15 minutes. Reject the request, and publish `Refund Status Changed` with the status `REFUND_OR_RETURN_REQUEST_REJECT` (or `REJECT_RECEIVE_PACKAGE` for a returned package); or publish `Refund Rejection Refused` with a reason. Without an answer the alert goes back to the seller, who can ask again; a rejection that comes later is still taken, and grants the waiver.',
  order: 'As for `Order Cancellation Requested`.',
  duplicates:
    'May arrive twice, with the same `eventId`. Rejecting a refund that is rejected must do nothing, and its status must be published all the same.',
};
