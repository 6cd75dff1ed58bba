import * as z from 'zod';
import { ownEventFields, occurredAt, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** Ops want a shop to be told of its access once more. Not `Access Granted` again: whether access was active is read from those. */
export const accessNoticeRequested = {
  source: ownSource,
  type: 'Access Notice Requested',
  detail: z.object({
    ...ownEventFields,
    shopId,
    state: z.enum(['active', 'terminated']).meta({ description: 'The state that the shop is to be told.' }),
    since: occurredAt.meta({ description: 'Since when. An access that has changed again meanwhile is not told.' }),
    occurredAt,
  }),
} as const satisfies EventContract;
export type AccessNoticeRequested = z.output<typeof accessNoticeRequested.detail>;

export const accessNoticeRequestedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'Ops have asked that the notice of a granted or ended access is sent once more. The access itself is as it was.',
  receiver: 'For our own notices. Others have nothing to do.',
  order: 'Any. What is no longer so is not told.',
  duplicates: 'May arrive twice, with the same `eventId`: the shop is told once.',
};
