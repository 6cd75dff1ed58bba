import type * as z from 'zod';
import { alertDetail } from './parts/alert-detail.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** An alert stands in a shop that it did not have before. */
export const alertRaised = {
  source: ownSource,
  type: 'Alert Raised',
  detail: alertDetail,
} as const satisfies EventContract;
export type AlertRaised = z.output<typeof alertRaised.detail>;

export const alertRaisedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A flag, a confirmed fraud, or an order made inside a block has made a new alert. It can have ended already, where its order or flag was over before it.',
  receiver:
    'For systems that follow alerts, such as an analytics store or the inbox of Seller Center. Nothing has to be done.',
  order: 'Any. `revision` says which of two states of an alert is the newer.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
