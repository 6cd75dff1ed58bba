import * as z from 'zod';
import { money } from '../money.ts';
import { timestamp } from '../schemas.ts';
import { orderStatuses } from '../../kernel/words/orders.ts';
import { buyerId, eventFields, orderId, shopId } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** How far an order is, from its creation on. */
export const orderStatusChanged = {
  source: 'marketplace.orders',
  type: 'Order Status Changed',
  detail: z.object({
    ...eventFields,
    shopId,
    orderId,
    buyerId: buyerId.meta({ description: 'User ID of the buyer who placed it. It never changes.' }),
    status: z.enum(orderStatuses).meta({ description: 'As the TikTok Shop order API names them.' }),
    createdAt: timestamp.meta({ description: 'When the order was placed.' }),
    updatedAt: timestamp.meta({ description: 'When it got this status. The latest counts.' }),
    amount: money.optional().meta({ description: "The order's total." }),
  }),
} as const satisfies EventContract;
export type OrderStatusChanged = z.output<typeof orderStatusChanged.detail>;

export const orderStatusChangedNotes: EventNotes = {
  publisher: 'The order service of the marketplace.',
  when: 'An order was placed, and each time its status changes. Send it for all shops: sellers find buyers by their orders.',
  receiver:
    'Records that this buyer ordered here, and how many of their orders are open. Carries the alert of the order along: `CANCELLED` resolves it and grants the waiver of a request; `IN_TRANSIT`, `DELIVERED` and `COMPLETED` close it, and while it is `PARTIALLY_SHIPPING` nobody can ask for its cancellation. An order that was created inside a live block of its buyer becomes a Security Alert Order.',
  order: 'Any. The later `updatedAt` counts; within one millisecond, the status that is further along.',
  duplicates:
    'Each order counts once. An event that names another buyer than an earlier one goes to the dead letters (`conflicting_buyer`).',
};
