import * as z from 'zod';
import { freeText, id, noQuery, pageQuery, shopBuyerPath, shopPath, timestamp, username } from '../schemas.ts';
import type { RouteContract } from './route-contract.ts';

const exemption = z
  .object({
    exemptionId: z.string(),
    buyerId: id,
    username: z.string().optional().meta({ description: 'Absent once the buyer was erased.' }),
    avatarUrl: z.string().optional(),
    note: z.string().optional(),
    createdAt: timestamp,
    createdBy: z.string().meta({ description: "Subject of the seller's token." }),
    revision: z.int().min(1).meta({ description: 'Always 1: an exemption is made and ends, and never changes.' }),
  })
  .meta({ id: 'Exemption' });

const readErrors = ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'] as const;
const writeErrors = [...readErrors, 'idempotency_key_reused', 'too_many_requests'] as const;

export const listExemptions = {
  operationId: 'listExemptions',
  method: 'GET',
  path: '/v1/shops/{shopId}/exemptions',
  summary: 'The exempt list, newest first',
  api: 'seller',
  pathParameters: shopPath,
  query: pageQuery,
  success: 200,
  reply: z.object({ items: z.array(exemption), nextCursor: z.string().optional() }).meta({ id: 'ExemptionPage' }),
  errors: readErrors,
  writes: false,
} as const satisfies RouteContract;

export const exemptBuyer = {
  operationId: 'exemptBuyer',
  method: 'POST',
  path: '/v1/shops/{shopId}/exemptions',
  summary: 'Exempt a buyer who ordered in this shop from blocks through links',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  body: z.strictObject({ buyerId: id, username, note: freeText(1000).optional() }).meta({ id: 'NewExemption' }),
  success: 201,
  reply: exemption,
  replyHeaders: z.object({ Location: z.string().meta({ description: 'Path of the exemption.' }) }),
  showsOne: 'always',
  errors: [
    ...writeErrors,
    'payload_too_large',
    'buyer_not_found',
    'username_mismatch',
    'already_blocked',
    'already_exempt',
    'exempt_list_full',
  ],
  writes: true,
} as const satisfies RouteContract;

export const getExemption = {
  operationId: 'getExemption',
  method: 'GET',
  path: '/v1/shops/{shopId}/exemptions/{buyerId}',
  summary: 'The exemption of a buyer',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  success: 200,
  reply: exemption,
  showsOne: 'always',
  errors: [...readErrors, 'not_found'],
  writes: false,
} as const satisfies RouteContract;

export const removeExemption = {
  operationId: 'removeExemption',
  method: 'DELETE',
  path: '/v1/shops/{shopId}/exemptions/{buyerId}',
  summary: 'End an exemption: blocks through links count for this buyer again at once',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  success: 204,
  takesIfMatch: true,
  errors: [...writeErrors, 'not_found', 'precondition_failed'],
  writes: true,
} as const satisfies RouteContract;
