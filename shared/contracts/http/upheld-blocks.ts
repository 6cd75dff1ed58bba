import * as z from 'zod';
import { id, noQuery, shopBuyerPath } from '../schemas.ts';
import type { RouteContract } from './route-contract.ts';

export const upholdBlock = {
  operationId: 'upholdBlock',
  method: 'POST',
  path: '/v1/support/shops/{shopId}/blocks/{buyerId}/uphold',
  summary: 'Say that customer support looked at a block that covers a buyer, and keeps it',
  api: 'service',
  pathParameters: shopBuyerPath,
  query: noQuery,
  body: z
    .strictObject({
      agent: id.meta({
        description: 'Who looked at it, as the activity of the shop shows; not the ID of a linked account.',
      }),
      blockId: id.optional().meta({
        description: 'The very block, as the list shows it. Needed for one that covers the buyer as a linked account.',
      }),
    })
    .meta({ id: 'BlockUpholding' }),
  success: 204,
  errors: ['validation_failed', 'payload_too_large', 'not_found', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
