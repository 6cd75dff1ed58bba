import * as z from 'zod';
import { alertKind, subject, verdict } from '../alert-words.ts';
import { alertId, ownEventFields, occurredAt, orderId, shopId } from './parts/fields.ts';
import { ownSource } from './parts/own-source.ts';
import type { EventContract, EventNotes } from './event-contract.ts';

/** A seller has judged an alert. */
export const alertDismissed = {
  source: ownSource,
  type: 'Alert Dismissed',
  detail: z.object({
    ...ownEventFields,
    shopId,
    alertId,
    kind: alertKind.meta({ description: 'What the alert was about.' }),
    subject: subject.meta({ description: 'The order or refund that had been flagged.' }),
    orderId: orderId.optional().meta({ description: 'The order, where the alert has one.' }),
    verdict: verdict.meta({
      description:
        '`false_positive`: the seller holds it to be harmless. `accepted_risk`: risky, and they go on with it.',
    }),
    dismissedBy: z.string().meta({ description: "Subject of the seller's token." }),
    occurredAt,
  }),
} as const satisfies EventContract;
export type AlertDismissed = z.output<typeof alertDismissed.detail>;

export const alertDismissedNotes: EventNotes = {
  publisher: 'Seller Security Center.',
  when: 'A seller has dismissed an open alert, with a verdict.',
  receiver: 'For the risk systems, which learn from verdicts. Nothing has to be answered.',
  order: 'An alert that is flagged again and dismissed again has two: `occurredAt` says which is the later.',
  duplicates: 'May arrive twice, with the same `eventId`.',
};
