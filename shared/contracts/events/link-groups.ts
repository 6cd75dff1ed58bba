import * as z from 'zod';
import { type EventContract, eventFields } from './event-contract.ts';
import { id } from '../schemas.ts';

/** The largest group that the marketplace sends. */
const mostMembers = 5_000;

/** The whole membership of a group, so that the highest revision is the truth. An empty one dissolves the group. */
export const linkGroupChanged = {
  source: 'marketplace.identity',
  type: 'Buyer Link Group Changed',
  detail: z.object({
    ...eventFields,
    groupId: id,
    buyerIds: z
      .array(id)
      .max(mostMembers, 'must have 5,000 members at most')
      .refine((buyerIds) => new Set(buyerIds).size === buyerIds.length, 'must name each buyer once'),
    evidence: z.array(z.string()),
    revision: z.int().min(0),
  }),
} as const satisfies EventContract;

/** A block, as much as its markers need: so it stands in both events and on the block's item. */
export const markedBlock = z.object({
  shopId: id,
  buyerId: id,
  blockId: id,
  scope: z.enum(['user_id_only', 'linked_user_ids']),
});
export type MarkedBlock = z.infer<typeof markedBlock>;

/** A block's item as the stream shows it once it has expired: epoch milliseconds. */
export const expiredBlock = markedBlock.extend({ createdAt: z.number(), expiresAt: z.number() });

export const buyerBlocked = {
  source: 'ssc',
  type: 'Buyer Blocked',
  detail: markedBlock.extend(eventFields),
} as const satisfies EventContract;

export const buyerUnblocked = {
  source: 'ssc',
  type: 'Buyer Unblocked',
  detail: markedBlock.extend(eventFields),
} as const satisfies EventContract;
