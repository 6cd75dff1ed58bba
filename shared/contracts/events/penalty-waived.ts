import * as z from 'zod';
import { id, timestamp } from '../schemas.ts';
import { alertId, ownEventFields, occurredAt, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** That cancelling this order, or rejecting this refund, costs the seller nothing. */
export const penaltyWaived = {
  source: ownSource,
  type: 'Penalty Waived',
  detail: z.object({
    ...ownEventFields,
    shopId,
    alertId: alertId.meta({ description: 'The alert that the seller acted on.' }),
    subjectType: z.enum(['order', 'refund']).meta({ description: 'What the waiver is for.' }),
    subjectId: id.meta({ description: 'Its ID.' }),
    status: z.literal('granted').meta({ description: 'The status of the waiver.' }),
    grantedAt: timestamp.meta({ description: 'When it was granted.' }),
    occurredAt,
  }),
} as const satisfies EventContract;
export type PenaltyWaived = z.output<typeof penaltyWaived.detail>;

export const penaltyWaivedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'The order or refund service has confirmed what a seller had asked for.',
  receiver:
    "For the performance service: leave this cancellation or rejection out of the seller's performance. `GET /v1/performance/waivers` answers the same at any time.",
  order: 'A granted waiver stays granted, so that there is nothing to sort.',
  duplicates: 'Comes once for each order or refund, and may arrive twice.',
};
