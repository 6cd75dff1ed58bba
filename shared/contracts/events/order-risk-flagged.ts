import * as z from 'zod';
import { flagFields } from './parts/flag-fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** An order with a high cancellation risk. */
export const orderRiskFlagged = {
  source: 'marketplace.risk',
  type: 'Order Risk Flagged',
  detail: z.object(flagFields),
} as const satisfies EventContract;
export type OrderRiskFlagged = z.output<typeof orderRiskFlagged.detail>;

export const orderRiskFlaggedNotes: EventNotes = {
  publisher: 'The risk systems of the marketplace.',
  when: 'An order was judged risky, or was judged again with other reasons, another score or another deadline.',
  receiver:
    'Raises a Security Alert Order in shops with active access, or changes the one that is there: reasons add up, and what a later flag leaves out stays as it was. In shops without access nothing happens.',
  order:
    'Any. The flag with the later `flaggedAt` counts; of two of one instant, the more serious value of each field. A flag that its withdrawal has overtaken raises an alert that is already withdrawn.',
  duplicates: 'The same flag again changes nothing.',
};
