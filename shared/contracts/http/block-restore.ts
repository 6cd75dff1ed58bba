import * as z from 'zod';
import type { RouteContract } from './route-contract.ts';
import { block } from './block-list.ts';
import { id, noQuery, shopBuyerPath } from '../schemas.ts';

export const restoreBlock = {
  operationId: 'restoreBlock',
  method: 'POST',
  path: '/v1/shops/{shopId}/blocks/{buyerId}/restore',
  summary: 'Undo the removal of a block, within 15 minutes',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  body: z
    .strictObject({ blockId: id.meta({ description: 'The block that was removed.' }) })
    .meta({ id: 'BlockRestore' }),
  success: 200,
  reply: block,
  showsOne: 'always',
  takesIfMatch: true,
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'idempotency_key_reused',
    'access_not_active',
    'too_many_requests',
    'unavailable',
    'payload_too_large',
    'precondition_failed',
    'not_restorable',
    'block_list_full',
  ],
  writes: true,
} as const satisfies RouteContract;
