import * as z from 'zod';
import type { RouteContract } from './route-contract.ts';
import { id, shopPath, username } from '../schemas.ts';

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
