import * as z from 'zod';
import { complaintId, ownEventFields, occurredAt, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A shop complains about the end of its access. */
export const accessComplaintFiled = {
  source: ownSource,
  type: 'Access Complaint Filed',
  detail: z.object({ ...ownEventFields, shopId, complaintId, occurredAt }),
} as const satisfies EventContract;

export const accessComplaintFiledNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has complained that the access of the shop has ended. What they say is not in the event: ask `GET /v1/admin/complaints`.',
  receiver: 'For systems in which ops have their work: somebody has to decide.',
  order: 'Any. `Access Complaint Decided` of the same `complaintId` is the later one.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
