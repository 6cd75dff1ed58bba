import * as z from 'zod';
import type { EventContract, EventNotes } from './event-contract.ts';
import { exemptionFields } from './parts/exemption-fields.ts';
import { ownSource } from './parts/own-source.ts';

/** A seller exempted a buyer from blocks through links. */
export const buyerExempted = {
  source: ownSource,
  type: 'Buyer Exempted',
  detail: z.object(exemptionFields),
} as const satisfies EventContract;

export const buyerExemptedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has put a buyer on the exempt list of the shop. It says nothing of links: the buyer may have none.',
  receiver:
    'For risk systems: the shop trusts this buyer, with or without links to others. Nothing of it may reach the buyer.',
  order: 'Any. Each exemption has an `exemptionId` of its own; `Buyer Exemption Ended` of the same one is final.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
