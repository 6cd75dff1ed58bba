import type * as z from 'zod';
import { accessDetail } from './parts/access-detail.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A shop has lost Seller Security Center. */
export const accessTerminated = {
  source: ownSource,
  type: 'Access Terminated',
  detail: accessDetail,
} as const satisfies EventContract;
export type AccessTerminated = z.output<typeof accessTerminated.detail>;

export const accessTerminatedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'Ops have ended the access. No block of the shop denies from then on.',
  receiver: 'For systems that show or count which shops take part. Nothing has to be done.',
  order: 'Any. The later `occurredAt` is the newer state of the shop.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
