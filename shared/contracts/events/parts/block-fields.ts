import * as z from 'zod';
import { blockDuration, blockReason, blockScope } from '../../block-words.ts';
import { id, timestamp } from '../../schemas.ts';
import { alertId, ownEventFields, occurredAt, shopId } from './fields.ts';

export const blockedBuyer = {
  buyerId: id.meta({ description: 'User ID of the buyer that the seller chose. Linked accounts are never named.' }),
  blockId: id.meta({ description: 'The block. Blocked again later, the buyer has another one.' }),
  scope: blockScope.meta({
    description: 'Whether the block covers this account alone, or also the accounts linked to it.',
  }),
};

/** A block as its events tell it: no username, and no note. */
export const blockFields = {
  ...ownEventFields,
  shopId,
  ...blockedBuyer,
  reason: blockReason.meta({ description: 'Why the seller blocked the buyer.' }),
  duration: blockDuration.meta({
    description: 'How long the block lasts, counted from its start or its newest extension.',
  }),
  // Events that were made before it was told have none.
  revision: z.int().min(1).default(1).meta({
    description: 'Of this `blockId`: 1, then one more with each change and with its end. The highest is the newest.',
  }),
  alertId: alertId.optional().meta({ description: 'The alert that the block was made from.' }),
  expiresAt: timestamp.optional().meta({ description: 'When the block ends. Absent while it is permanent.' }),
  occurredAt,
};
