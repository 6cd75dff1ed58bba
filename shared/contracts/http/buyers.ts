import * as z from 'zod';
import { type EventContract, eventFields, money } from '../events/event-contract.ts';
import type { RouteContract } from './route-contract.ts';
import { id, shopPath, timestamp, username } from '../schemas.ts';
import { orderStatuses } from '../../kernel/words/orders.ts';
import { highestRevision } from '../../kernel/words/profiles.ts';

/** Shown to sellers, so it may be nothing that a browser would run or fetch in the clear. */
const avatarUrl = z
  .url({ protocol: /^https$/, error: 'must be an https URL' })
  .regex(/^https:\/\//, 'must be an https URL')
  .max(2048, 'must have 2,048 characters at most');

export const buyerProfileChanged = {
  source: 'marketplace.identity',
  type: 'Buyer Profile Changed',
  detail: z.object({ ...eventFields, buyerId: id, username, avatarUrl, revision: z.int().min(0).max(highestRevision) }),
} as const satisfies EventContract;

export const buyerErased = {
  source: 'marketplace.identity',
  type: 'Buyer Erased',
  detail: z.object({ ...eventFields, buyerId: id }),
} as const satisfies EventContract;

export const orderStatusChanged = {
  source: 'marketplace.orders',
  type: 'Order Status Changed',
  detail: z.object({
    ...eventFields,
    shopId: id,
    orderId: id,
    buyerId: id,
    status: z.enum(orderStatuses),
    createdAt: timestamp,
    updatedAt: timestamp,
    amount: money.optional(),
  }),
} as const satisfies EventContract;

export const findBuyer = {
  operationId: 'findBuyer',
  method: 'GET',
  path: '/v1/shops/{shopId}/buyers',
  summary: 'The buyer who ordered in this shop and bears exactly this username, or who placed this order',
  api: 'seller',
  pathParameters: shopPath,
  query: z
    .object({ username: username.optional(), orderId: id.optional() })
    .refine((query) => query.username !== undefined || query.orderId !== undefined, {
      path: ['username'],
      message: 'or orderId is needed',
    })
    .refine((query) => query.username === undefined || query.orderId === undefined, {
      path: ['orderId'],
      message: 'cannot be combined with username',
    }),
  success: 200,
  reply: z
    .object({
      buyerId: id,
      username,
      avatarUrl: z.string(),
      linkedAccounts: z
        .int()
        .min(0)
        .meta({ description: 'How many other accounts the marketplace holds to be the same person.' }),
      openOrders: z
        .int()
        .min(0)
        .meta({ description: 'Orders of this buyer in this shop that are not delivered, completed or cancelled.' }),
    })
    .meta({ id: 'Buyer' }),
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'access_not_active',
    'buyer_not_found',
    'username_ambiguous',
    'too_many_requests',
    'unavailable',
  ],
  writes: false,
} as const satisfies RouteContract;
