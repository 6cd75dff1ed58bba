import * as z from 'zod';
import { blockDuration, blockReason, blockScope } from '../block-words.ts';
import { sums } from '../money.ts';
import { evidenceCount } from '../link-words.ts';
import type { RouteContract } from './route-contract.ts';
import { freeText, id, noQuery, pageQuery, shopBuyerPath, shopPath, timestamp, username } from '../schemas.ts';

const note = freeText(1000);

export const coverage = z
  .object({ state: z.enum(['applying', 'complete']), guarded: z.int().min(0), total: z.int().min(0) })
  .meta({
    id: 'Coverage',
    description: 'How many of the accounts under the block the gate guards already, the chosen one among them.',
  });

const prevented = z
  .object({
    orders: z.int().min(0),
    amounts: sums,
    lastAt: timestamp.optional().meta({ description: 'When the last one was stopped.' }),
  })
  .meta({
    id: 'Prevented',
    description:
      'Orders that the block has stopped, counted once for each checkout, and what they would have been worth, as far as order services said it. Counts of the block as a whole, also where it covers linked accounts.',
  });

export const block = z
  .object({
    blockId: z.string(),
    buyerId: id,
    username: z.string().optional().meta({ description: 'Absent once the buyer was erased.' }),
    avatarUrl: z.string().optional(),
    reason: blockReason,
    note: z.string().optional(),
    scope: blockScope,
    duration: blockDuration,
    createdAt: timestamp,
    createdBy: z.string().meta({ description: "Subject of the seller's token." }),
    updatedAt: timestamp.optional(),
    expiresAt: timestamp.optional().meta({ description: 'Absent while the block is permanent.' }),
    coverage,
    prevented: prevented.optional(),
    links: z.array(evidenceCount).optional().meta({
      description:
        'Of a linked scope: how many accounts it covers by which kind of evidence, as of the last time that its coverage was complete. An account that several kinds link counts for each.',
    }),
    revision: z.int().min(1).meta({
      description: 'Grows with each change and with the end, so that one knows which of two states is newer.',
    }),
    alertId: id.optional().meta({ description: 'The alert that the block was made from.' }),
  })
  .meta({ id: 'Block' });

/** Also of each row of several at once. */
export const reasonNeedsNote = (body: { reason?: string | undefined; note?: string | undefined }) =>
  body.reason !== 'other' || body.note !== undefined;

/** Of every write; those with a body and those of a block that must be there have more. */
const writeErrors = [
  'validation_failed',
  'unauthenticated',
  'forbidden',
  'idempotency_key_reused',
  'access_not_active',
  'too_many_requests',
  'unavailable',
] as const;

export const addBlock = {
  operationId: 'addBlock',
  method: 'POST',
  path: '/v1/shops/{shopId}/blocks',
  summary: 'Block a buyer who ordered in this shop',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  body: z
    .strictObject({
      buyerId: id,
      username,
      reason: blockReason,
      note: note.optional(),
      scope: blockScope,
      duration: blockDuration,
      alertId: id.optional().meta({ description: 'An alert of this shop about this buyer.' }),
    })
    .refine(reasonNeedsNote, { path: ['note'], message: 'is needed when the reason is other' })
    .meta({ id: 'NewBlock' }),
  success: 201,
  reply: block,
  replyHeaders: z.object({ Location: z.string().meta({ description: 'Path of the block.' }) }),
  showsOne: 'always',
  errors: [
    ...writeErrors,
    'payload_too_large',
    'buyer_not_found',
    'username_mismatch',
    'already_blocked',
    'block_list_full',
    'daily_block_limit_reached',
  ],
  writes: true,
} as const satisfies RouteContract;

export const listBlocks = {
  operationId: 'listBlocks',
  method: 'GET',
  path: '/v1/shops/{shopId}/blocks',
  summary: 'Live blocks, newest first',
  api: 'seller',
  pathParameters: shopPath,
  query: pageQuery.extend({
    reason: blockReason.optional(),
    expiresBefore: timestamp
      .optional()
      .meta({ description: 'Those that end before this instant.', examples: ['2026-11-29T09:30:00.000Z'] }),
  }),
  success: 200,
  reply: z.object({ items: z.array(block), nextCursor: z.string().optional() }).meta({ id: 'BlockPage' }),
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const getBlock = {
  operationId: 'getBlock',
  method: 'GET',
  path: '/v1/shops/{shopId}/blocks/{buyerId}',
  summary: 'The live block of a buyer',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  success: 200,
  reply: block,
  showsOne: 'always',
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'not_found', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const updateBlock = {
  operationId: 'updateBlock',
  method: 'PATCH',
  path: '/v1/shops/{shopId}/blocks/{buyerId}',
  summary: 'Extend a live block, or change its reason, scope or note',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  body: z
    .strictObject({
      duration: blockDuration.optional(),
      reason: blockReason.optional(),
      scope: blockScope.optional().meta({
        description:
          'No new block. Narrowed to `user_id_only`, it frees linked accounts at once; widened, it covers them within seconds, and its coverage begins again.',
      }),
      note: note.nullable().optional().meta({
        description:
          'Free text, which may span lines. `null` takes the note off, unless the reason is `other`, which needs one.',
      }),
    })
    .refine(
      (body) => Object.values(body).some((value) => value !== undefined),
      'must change something: duration, reason, scope or note',
    )
    .meta({ id: 'BlockChange', description: 'A duration counts from now on.' }),
  success: 200,
  reply: block,
  showsOne: 'always',
  takesIfMatch: true,
  errors: [...writeErrors, 'payload_too_large', 'not_found', 'precondition_failed'],
  writes: true,
} as const satisfies RouteContract;

export const removeBlock = {
  operationId: 'removeBlock',
  method: 'DELETE',
  path: '/v1/shops/{shopId}/blocks/{buyerId}',
  summary: 'Remove a block: the buyer can order again at once',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  success: 204,
  takesIfMatch: true,
  errors: [...writeErrors, 'not_found', 'precondition_failed'],
  writes: true,
} as const satisfies RouteContract;
