import { id } from '../../schemas.ts';
import { eventFields, occurredAt, shopId } from './fields.ts';

/** An exemption as its events tell it: no username, and no note. */
export const exemptionFields = {
  ...eventFields,
  shopId,
  buyerId: id.meta({ description: 'User ID of the buyer that the seller chose.' }),
  exemptionId: id.meta({ description: 'The exemption. Exempted again later, the buyer has another one.' }),
  occurredAt,
};
