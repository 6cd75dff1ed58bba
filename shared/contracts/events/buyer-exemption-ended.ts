import * as z from 'zod';
import type { EventContract, EventNotes } from './event-contract.ts';
import { exemptionFields } from './parts/exemption-fields.ts';
import { ownSource } from './parts/own-source.ts';

/** A buyer's exemption ended: a seller removed it, or blocked this very buyer. */
export const buyerExemptionEnded = {
  source: ownSource,
  type: 'Buyer Exemption Ended',
  detail: z.object({
    ...exemptionFields,
    because: z
      .enum(['removed', 'blocked'])
      .meta({ description: '`blocked`: a block of this very buyer has taken its place.' }),
  }),
} as const satisfies EventContract;

export const buyerExemptionEndedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has taken a buyer off the exempt list, or has blocked them, which ends the exemption in the same write.',
  receiver: 'For risk systems that follow `Buyer Exempted`. Nothing of it may reach the buyer.',
  order: 'Any. It is final: ignore all that comes later of its `exemptionId`.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
