import * as z from 'zod';
import { id, timestamp } from '../schemas.ts';
import { eventFields, shopId } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** That an order or refund is no longer held to be risky. */
export const riskFlagWithdrawn = {
  source: 'marketplace.risk',
  type: 'Risk Flag Withdrawn',
  detail: z.object({
    ...eventFields,
    shopId,
    subject: z
      .object({
        type: z.enum(['order', 'refund']).meta({ description: 'What had been flagged.' }),
        id: id.meta({ description: 'Its ID.' }),
      })
      .meta({ description: 'The order or refund.' }),
    withdrawnAt: timestamp.optional().meta({
      description:
        'Takes back the flags up to this instant. Without it, those up to the second in which the event was published, and none that came after it.',
    }),
  }),
} as const satisfies EventContract;
export type RiskFlagWithdrawn = z.output<typeof riskFlagWithdrawn.detail>;

export const riskFlagWithdrawnNotes: EventNotes = {
  publisher: 'The risk systems of the marketplace.',
  when: 'A flag was a mistake, or does not hold any more.',
  receiver:
    'Withdraws the alert, unless a later flag holds it up or a seller has acted on it. Our own reason, that the order was made inside a block, stays.',
  order: 'Any. One that comes before its flag is remembered, and meets the flag when it comes.',
  duplicates: 'Nothing is left to withdraw the second time.',
};
