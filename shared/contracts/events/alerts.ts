import * as z from 'zod';
import { type EventContract, eventFields, money } from './event-contract.ts';
import { id, timestamp } from '../schemas.ts';
import { alertStatuses, fraudObjectTypes } from '../../kernel/words/alerts.ts';

export const alertKind = z.enum(['security_alert_order', 'risk_refund', 'fraud_outcome']).meta({ id: 'AlertKind' });
export const alertStatus = z.enum(alertStatuses).meta({ id: 'AlertStatus' });
export const severity = z.enum(['low', 'medium', 'high']).meta({ id: 'Severity' });
export const verdict = z.enum(['false_positive', 'accepted_risk']).meta({ id: 'Verdict' });

export const subject = z.object({ type: z.enum(['order', 'refund', 'outcome']), id }).meta({ id: 'AlertSubject' });

export const fraudObject = z
  .object({ type: z.enum(fraudObjectTypes), id })
  .meta({ id: 'FraudObject', description: 'What a confirmed fraud was done with.' });

/** Why an alert was written, as its event says. */
export const alertChanges = [
  'raised',
  'flagged_again',
  'flag_withdrawn',
  /** The order or refund has told that it is another buyer's than the flag had said. */
  'buyer_corrected',
  'action_requested',
  'action_confirmed',
  /** The order was cancelled, or the refund rejected, and no seller's request waited for it. */
  'subject_settled',
  'action_refused',
  'action_unanswered',
  'dismissed',
  'subject_closed',
  'deadline_near',
  'deadline_passed',
] as const;
export type AlertChange = (typeof alertChanges)[number];

/** An alert as its events tell it: IDs, enumerations and times. */
const alertDetail = z.object({
  ...eventFields,
  shopId: id,
  alertId: id,
  kind: alertKind,
  status: alertStatus,
  change: z.enum(alertChanges),
  revision: z.int().min(1),
  severity,
  subject,
  orderId: id.optional(),
  buyerId: id,
  category: z.string().optional(),
  about: fraudObject.optional(),
  amount: money.optional(),
  respondBy: timestamp.optional(),
  /** When that deadline was given, where it was after the raising. */
  deadlineGivenAt: timestamp.optional(),
  /** When the newest request was made, while it waits for its answer. */
  requestedAt: timestamp.optional(),
  raisedAt: timestamp,
  occurredAt: timestamp,
});

export const alertRaised = {
  source: 'ssc',
  type: 'Alert Raised',
  detail: alertDetail,
} as const satisfies EventContract;

export const alertChanged = {
  source: 'ssc',
  type: 'Alert Changed',
  detail: alertDetail,
} as const satisfies EventContract;
