import * as z from 'zod';
import { money } from '../money.ts';
import { timestamp } from '../schemas.ts';
import { refundStatuses } from '../../kernel/words/refunds.ts';
import { buyerId, eventFields, orderId, refundId, shopId } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** How far a return or refund request is. */
export const refundStatusChanged = {
  source: 'marketplace.refunds',
  type: 'Refund Status Changed',
  detail: z.object({
    ...eventFields,
    shopId,
    refundId,
    orderId: orderId.meta({ description: 'The order that it is about.' }),
    buyerId: buyerId.meta({ description: 'User ID of the buyer who asked for it. It never changes.' }),
    status: z.enum(refundStatuses).meta({ description: 'As the TikTok Shop return and refund API names them.' }),
    updatedAt: timestamp.meta({ description: 'When it got this status. The latest counts.' }),
    amount: money.optional().meta({ description: 'What the buyer asks for.' }),
  }),
} as const satisfies EventContract;
export type RefundStatusChanged = z.output<typeof refundStatusChanged.detail>;

export const refundStatusChangedNotes: EventNotes = {
  publisher: 'The refund service of the marketplace.',
  when: 'A return or refund was requested, and each time its status changes.',
  receiver:
    "Carries the alert of the refund along: `REFUND_OR_RETURN_REQUEST_REJECT` and `REJECT_RECEIVE_PACKAGE` resolve it and grant the waiver of a request; `RETURN_OR_REFUND_REQUEST_SUCCESS`, `RETURN_OR_REFUND_REQUEST_COMPLETE` and `RETURN_OR_REFUND_REQUEST_CANCEL` close it. Counts the buyer's refunds in the shop.",
  order: 'Any. The later `updatedAt` counts; within one millisecond, the status that is further along.',
  duplicates:
    'Each refund counts once. An event that names another buyer than an earlier one goes to the dead letters (`conflicting_buyer`).',
};
