import * as z from 'zod';
import { money } from '../money.ts';
import { id, timestamp } from '../schemas.ts';
import { riskCode } from './parts/risk-code.ts';
import { buyerId, eventFields, shopId } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** Fraud that the platform has confirmed and blocked. */
export const fraudOutcomeConfirmed = {
  source: 'marketplace.risk',
  type: 'Fraud Outcome Confirmed',
  detail: z.object({
    ...eventFields,
    shopId,
    outcomeId: id.meta({ description: 'The outcome. Each counts once.' }),
    category: riskCode.meta({ description: 'What kind of fraud, e.g. `malicious_refund` or `abusive_review`.' }),
    subject: z
      .object({
        type: riskCode.meta({
          description: 'Sellers see `order`, `refund` and `review`. Any other type is taken, and not kept.',
        }),
        id: id.meta({ description: 'Its ID.' }),
      })
      .meta({ description: 'What the fraud was done with.' }),
    buyerId,
    protectedAmount: money.optional().meta({ description: 'What the shop was protected from losing.' }),
    occurredAt: timestamp.meta({ description: "When it happened. Counts on the shop's day of this instant." }),
  }),
} as const satisfies EventContract;
export type FraudOutcomeConfirmed = z.output<typeof fraudOutcomeConfirmed.detail>;

export const fraudOutcomeConfirmedNotes: EventNotes = {
  publisher: 'The risk systems of the marketplace.',
  when: 'The platform has confirmed a fraud that it had already blocked.',
  receiver:
    'Shows a fraud outcome to shops with active access, live, and counts it with its protected amount. There is nothing for the seller to do. In shops without access nothing happens.',
  order: 'Any: each outcome stands for itself.',
  duplicates: 'An `outcomeId` makes one alert and one count, whatever comes later.',
};
