import * as z from 'zod';
import { alertKind, alertStatus, fraudObject, severity, subject } from '../../alert-words.ts';
import { money } from '../../money.ts';
import { timestamp } from '../../schemas.ts';
import { alertChanges } from '../../../kernel/words/alerts.ts';
import { alertId, buyerId, ownEventFields, occurredAt, orderId, shopId } from './fields.ts';

/** An alert as its events tell it: IDs, enumerations and times. */
export const alertDetail = z.object({
  ...ownEventFields,
  shopId,
  alertId,
  kind: alertKind.meta({ description: 'What the alert is about: a risky order, a risky refund, or confirmed fraud.' }),
  status: alertStatus.meta({ description: 'The state of the alert after this change.' }),
  change: z.enum(alertChanges).meta({
    description:
      'Why the alert was written. `buyer_corrected`: the order or refund is another buyer’s than the flag had said. `subject_settled`: the order was cancelled, or the refund rejected, without a request. `subject_closed`: it has moved beyond that.',
  }),
  revision: z
    .int()
    .min(1)
    .meta({ description: 'Of this alert: grows by one with each change. The highest is the newest.' }),
  severity: severity.meta({ description: 'How much it matters, from score and amount.' }),
  subject: subject.meta({ description: 'What was flagged or confirmed.' }),
  orderId: orderId.optional().meta({ description: 'The order, where the alert has one.' }),
  buyerId: buyerId.meta({ description: 'User ID of the buyer that the alert is about.' }),
  category: z
    .string()
    .optional()
    .meta({ description: 'Of a fraud outcome: its category, as the risk systems code it.' }),
  about: fraudObject.optional().meta({ description: 'Of a fraud outcome: what the fraud was done with.' }),
  amount: money.optional().meta({ description: 'What is at stake, or was protected.' }),
  respondBy: timestamp.optional().meta({ description: 'Until when the seller can act.' }),
  deadlineGivenAt: timestamp
    .optional()
    .meta({ description: 'When that deadline was given, where it was after the alert was raised.' }),
  requestedAt: timestamp
    .optional()
    .meta({ description: 'When the newest request was made, while it waits for its answer.' }),
  raisedAt: timestamp.meta({ description: 'When the alert was raised.' }),
  occurredAt: occurredAt.meta({ description: 'When the alert was changed.' }),
});
