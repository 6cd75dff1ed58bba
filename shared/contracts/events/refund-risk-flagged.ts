import * as z from 'zod';
import { flagFields } from './parts/flag-fields.ts';
import { refundId } from './parts/fields.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A return or refund request that is judged risky. */
export const refundRiskFlagged = {
  source: 'marketplace.risk',
  type: 'Refund Risk Flagged',
  detail: z.object({ ...flagFields, refundId }),
} as const satisfies EventContract;
export type RefundRiskFlagged = z.output<typeof refundRiskFlagged.detail>;

export const refundRiskFlaggedNotes: EventNotes = {
  publisher: 'The risk systems of the marketplace.',
  when: 'A return or refund request was judged risky, or was judged again.',
  receiver:
    'Raises a Risk Refund in shops with active access, or changes the one that is there: reasons add up, and what a later flag leaves out stays as it was. In shops without access nothing happens.',
  order: 'Any, as for `Order Risk Flagged`.',
  duplicates: 'The same flag again changes nothing.',
};
