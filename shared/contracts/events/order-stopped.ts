import * as z from 'zod';
import { blockedBuyer } from './parts/block-fields.ts';
import { ownEventFields, occurredAt, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** The gate has stopped an order. `buyerId` is the block's root, whichever account ordered. */
export const orderStopped = {
  source: ownSource,
  type: 'Order Stopped',
  detail: z.object({
    ...ownEventFields,
    shopId,
    ...blockedBuyer,
    occurredAt: occurredAt.meta({ description: 'When the gate decided.' }),
  }),
} as const satisfies EventContract;
export type OrderStopped = z.output<typeof orderStopped.detail>;

export const orderStoppedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'The gate denied a new order because of a live block. Counted once for each shop, buyer and checkout; without a checkout, once an hour.',
  receiver: 'For systems that count what blocks prevent. Nothing of it may reach the buyer.',
  order: 'Any: each stop stands for itself.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
