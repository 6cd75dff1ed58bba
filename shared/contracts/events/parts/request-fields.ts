import * as z from 'zod';
import { id } from '../../schemas.ts';
import { alertId, ownEventFields, occurredAt, orderId, shopId } from './fields.ts';

/** What both requests of a seller say. */
export const requestFields = {
  ...ownEventFields,
  shopId,
  alertId,
  orderId,
  requestedBy: z.string().meta({ description: "Subject of the seller's token." }),
  waiver: z
    .object({
      subjectType: z.enum(['order', 'refund']).meta({ description: 'What the waiver is for.' }),
      subjectId: id.meta({ description: 'Its ID. The performance service asks about it by these two.' }),
    })
    .meta({ description: 'The waiver that the request made, pending until it is answered.' }),
  occurredAt: occurredAt.meta({ description: 'When the seller asked.' }),
};
