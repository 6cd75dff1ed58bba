import * as z from 'zod';
import { evidenceCount } from '../link-words.ts';
import type { RouteContract } from './route-contract.ts';
import { id, noQuery, shopBuyerPath, shopPath, username } from '../schemas.ts';

const count = z.int().min(0);

const buyer = z
  .object({
    buyerId: id,
    username,
    avatarUrl: z.string(),
    linkedAccounts: count.meta({
      description:
        'How many other accounts the marketplace holds to be the same person; of a buyer in more than 100 link groups, at least so many.',
    }),
    links: z.array(evidenceCount).meta({
      description:
        'How many of them by which kind of evidence, most first. An account that several kinds link counts for each; one whose evidence is not known, for none.',
    }),
    strength: z.enum(['weak', 'strong']).optional().meta({
      description:
        'How far to trust that the linked accounts are one person: `strong` where a kind is among the links that the marketplace holds to be strong. One shared attribute, such as a device, can be weak. Absent where no kind is known.',
    }),
    openOrders: count.meta({
      description: 'Orders of this buyer in this shop that are not delivered, completed or cancelled.',
    }),
    isBlocked: z.boolean().meta({ description: 'Whether this shop blocks this very buyer now.' }),
    isExempt: z.boolean().meta({ description: 'Whether this buyer is on the exempt list of this shop.' }),
  })
  .meta({ id: 'Buyer' });

const errors = [
  'validation_failed',
  'unauthenticated',
  'forbidden',
  'access_not_active',
  'buyer_not_found',
  'too_many_requests',
  'unavailable',
] as const;

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
  reply: buyer,
  errors: [...errors, 'username_ambiguous'],
  writes: false,
} as const satisfies RouteContract;

export const readBuyer = {
  operationId: 'readBuyer',
  method: 'GET',
  path: '/v1/shops/{shopId}/buyers/{buyerId}',
  summary: 'A buyer who ordered in this shop, with their history here; it counts as a lookup',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  success: 200,
  reply: buyer
    .extend({
      history: z
        .object({
          orders: count.meta({ description: 'Since their first one, ended and cancelled ones among them.' }),
          cancellations: count.meta({ description: 'Orders that were cancelled, by anybody.' }),
          refunds: count.meta({ description: 'Returns and refunds that the buyer asked for.' }),
          alerts: count.meta({ description: 'About their orders and refunds, ended ones too; no fraud outcomes.' }),
        })
        .meta({ id: 'ShopHistory', description: 'What happened between this buyer and this shop.' }),
    })
    .meta({ id: 'BuyerOfShop' }),
  errors,
  writes: false,
} as const satisfies RouteContract;
