import type * as z from 'zod';
import { alertDetail } from './parts/alert-detail.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** An alert was written again: `change` says why. */
export const alertChanged = {
  source: ownSource,
  type: 'Alert Changed',
  detail: alertDetail,
} as const satisfies EventContract;
export type AlertChanged = z.output<typeof alertChanged.detail>;

export const alertChangedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'An alert was flagged again, acted on, answered, dismissed or withdrawn, its deadline came near or passed, or its buyer was put right. Where a seller or the platform did something that has an event of its own, that one comes too.',
  receiver: 'For systems that follow alerts. Replace what you hold of the alert, unless you hold a higher `revision`.',
  order: 'Any. `revision` says which of two states of an alert is the newer.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
