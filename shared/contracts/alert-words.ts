import * as z from 'zod';
import { alertStatuses, fraudObjectTypes } from '../kernel/words/alerts.ts';
import { cancellationReasons, rejectionReasons } from '../kernel/words/requests.ts';
import { id } from './schemas.ts';

/** The words of alerts, as routes and events share them. */
export const alertKind = z.enum(['security_alert_order', 'risk_refund', 'fraud_outcome']).meta({ id: 'AlertKind' });
export const alertStatus = z.enum(alertStatuses).meta({ id: 'AlertStatus' });
export const severity = z.enum(['low', 'medium', 'high']).meta({ id: 'Severity' });
export const verdict = z.enum(['false_positive', 'accepted_risk']).meta({ id: 'Verdict' });

export const subject = z
  .object({
    type: z
      .enum(['order', 'refund', 'outcome'])
      .meta({ description: 'An order, a refund, or the outcome of a fraud.' }),
    id: id.meta({ description: 'Its ID.' }),
  })
  .meta({ id: 'AlertSubject' });

export const fraudObject = z
  .object({
    type: z.enum(fraudObjectTypes).meta({ description: 'What it is.' }),
    id: id.meta({ description: 'Its ID.' }),
  })
  .meta({ id: 'FraudObject', description: 'What a confirmed fraud was done with.' });

/** Why a seller asks, for the order and refund services. */
export const cancellationReason = z.enum(cancellationReasons);
export const rejectionReason = z.enum(rejectionReasons);
