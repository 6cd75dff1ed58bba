import type * as z from 'zod';
import { accessDetail } from './parts/access-detail.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A shop has got Seller Security Center, or has got it back. */
export const accessGranted = {
  source: ownSource,
  type: 'Access Granted',
  detail: accessDetail,
} as const satisfies EventContract;
export type AccessGranted = z.output<typeof accessGranted.detail>;

export const accessGrantedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'Ops have granted the access. Blocks of an earlier access that have not expired hold again.',
  receiver: 'For systems that show or count which shops take part. Nothing has to be done.',
  order: 'Any. The later `occurredAt` is the newer state of the shop.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
