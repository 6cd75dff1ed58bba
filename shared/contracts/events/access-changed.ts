import * as z from 'zod';
import { accessDetail } from './parts/access-detail.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

const count = (description: string) => z.int().min(0).meta({ description });

/** A shop's quotas, zone, members or notification were changed; its state was not. */
export const accessChanged = {
  source: ownSource,
  type: 'Access Changed',
  detail: accessDetail.extend({
    members: z
      .object({
        added: count('Members who came.'),
        changed: count('Members who have another role.'),
        removed: count('Members who went.'),
      })
      .optional()
      .meta({ description: 'How many members came, have another role, and went. Absent where none did.' }),
  }),
} as const satisfies EventContract;
export type AccessChanged = z.output<typeof accessChanged.detail>;

export const accessChangedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'Ops have changed quotas, time zone, members or notification of a shop whose state stays as it is, or an owner its agents and viewers. Who the members are, and the notification, is not in the event.',
  receiver: 'For systems that show quotas. Nothing has to be done.',
  order: 'Any. The later `occurredAt` is the newer state of the shop.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
