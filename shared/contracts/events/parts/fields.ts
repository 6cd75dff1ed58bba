import * as z from 'zod';
import { highestRevision } from '../../../kernel/words/revisions.ts';
import { id, timestamp } from '../../schemas.ts';

/** In the detail of every event. */
export const eventFields = {
  version: z.literal(1).meta({ description: 'Version of this payload. Fields can be added to it without a new one.' }),
  eventId: id.meta({ description: 'Dedupes: the same event may arrive twice, and has the same ID then.' }),
};

/** In the detail of every event of ours. */
export const ownEventFields = {
  ...eventFields,
  correlationId: id.optional().meta({
    description:
      'Of the request or event that this follows from, as our logs and problem documents name it: to be quoted to those who run this.',
  }),
};

/** Of what the marketplace keeps: it numbers the changes, and the highest counts. */
export const revision = z.int().min(0).max(highestRevision);

/** Fields that mean the same in many events. */
export const shopId = id.meta({ description: 'The shop.' });
export const orderId = id.meta({ description: 'The order.' });
export const refundId = id.meta({ description: 'The return or refund request.' });
export const buyerId = id.meta({ description: 'User ID of the buyer.' });
export const alertId = id.meta({ description: 'The alert.' });
export const complaintId = id.meta({ description: 'The complaint about the end of the access.' });
export const occurredAt = timestamp.meta({ description: 'When it happened.' });
