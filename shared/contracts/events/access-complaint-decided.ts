import * as z from 'zod';
import { complaintOutcomes } from '../../kernel/words/complaints.ts';
import { complaintId, ownEventFields, occurredAt, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** Ops have decided a complaint about the end of an access. */
export const accessComplaintDecided = {
  source: ownSource,
  type: 'Access Complaint Decided',
  detail: z.object({
    ...ownEventFields,
    shopId,
    complaintId,
    outcome: z.enum(complaintOutcomes).meta({
      description:
        '`upheld`: the shop has its access back, which `Access Granted` says too. `rejected`: it stays as it was.',
    }),
    occurredAt,
  }),
} as const satisfies EventContract;
export type AccessComplaintDecided = z.output<typeof accessComplaintDecided.detail>;

export const accessComplaintDecidedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'Ops have decided a complaint. What they said to the shop is not in the event.',
  receiver: 'For our own notices, and for systems in which ops have their work. Others have nothing to do.',
  order: 'Any. A complaint is decided once.',
  duplicates: 'May arrive twice, with the same `eventId`: the shop is notified once.',
};
