import * as z from 'zod';
import { eventFields, occurredAt, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A shop has set what it gets messages about, and when. */
export const notificationSettingsChanged = {
  source: ownSource,
  type: 'Notification Settings Changed',
  detail: z.object({
    ...eventFields,
    shopId,
    revision: z
      .int()
      .min(1)
      .meta({ description: 'Of the settings: one more with each change. The highest is the newest.' }),
    occurredAt,
  }),
} as const satisfies EventContract;

export const notificationSettingsChangedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has changed what the shop gets messages about, and when. The settings themselves are not in the event.',
  receiver: 'For the record. Nothing has to be done.',
  order: 'Any. `revision` says which is the newer.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
