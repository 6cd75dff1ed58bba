import * as z from 'zod';
import { id, shopPath } from '../schemas.ts';
import { addBlock, block, reasonNeedsNote } from './block-list.ts';
import type { RouteContract } from './route-contract.ts';

export const mostRows = 100;

/** One block of several: as alone, but that its buyer is known by the exact username. */
export const newBlockRow = z
  .strictObject({
    ...addBlock.body.shape,
    buyerId: id.optional().meta({ description: 'Where it is given, the buyer with this ID must have that username.' }),
  })
  .refine(reasonNeedsNote, { path: ['note'], message: 'is needed when the reason is other' })
  .meta({ id: 'NewBlockRow' });

const dryRun = z
  .boolean()
  .default(false)
  .meta({ description: 'Says what would become of each row, and blocks nobody.' });
const rowsRule = `must have 1 to ${mostRows} rows`;

/** What a body must be before its rows are looked at one by one. */
export const bulkEnvelope = z.strictObject({
  dryRun,
  rows: z.array(z.unknown()).min(1, rowsRule).max(mostRows, rowsRule),
});

const outcome = z
  .enum([
    'created',
    'would_create',
    'validation_failed',
    'buyer_not_found',
    'username_mismatch',
    'username_ambiguous',
    'already_blocked',
    'block_list_full',
    'daily_block_limit_reached',
    'access_not_active',
    'unavailable',
  ])
  .meta({
    id: 'BulkOutcome',
    description:
      '`created`, in a dry run `would_create`, or the code of the refusal that the row would get alone. `unavailable`: the time did not suffice for it, and for none behind it. Send the same again, with the same key.',
  });

const bulkRow = z
  .object({
    row: z.int().min(1).meta({ description: 'Its place among the rows, from 1.' }),
    outcome,
    buyerId: id
      .optional()
      .meta({ description: 'Of the buyer whom the row names, once they are known to be of this shop.' }),
    avatarUrl: z.string().optional(),
    block: block.optional().meta({ description: 'The one that was created.' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Of a row with wrong fields.' }),
    asked: z
      .object({
        username: z.string().optional(),
        buyerId: z.string().optional(),
        reason: z.string().optional(),
        note: z.string().optional(),
        scope: z.string().optional(),
        duration: z.string().optional(),
        alertId: z.string().optional(),
      })
      .optional()
      .meta({ description: 'What was read in a row of CSV.' }),
  })
  .meta({ id: 'BulkRow' });

export const bulkBlocks = {
  operationId: 'bulkBlocks',
  method: 'POST',
  path: '/v1/shops/{shopId}/blocks/bulk',
  summary: 'Block several buyers, or see what would become of it',
  api: 'seller',
  pathParameters: shopPath,
  query: z.object({
    dryRun: z
      .enum(['true', 'false'])
      .optional()
      .meta({ description: 'With CSV, in place of the field of the same name.' }),
  }),
  body: z.strictObject({ dryRun, rows: z.array(newBlockRow).min(1).max(mostRows) }).meta({ id: 'NewBlocks' }),
  bodyAlsoAs: 'text/csv',
  largestBody: 1024 * 1024,
  success: 200,
  reply: z
    .object({
      rows: z.array(bulkRow),
      summary: z.partialRecord(outcome, z.int().min(0)).meta({ description: 'How many rows had each outcome.' }),
    })
    .meta({ id: 'BulkResult' }),
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'access_not_active',
    'payload_too_large',
    'idempotency_key_reused',
    'too_many_requests',
    'unavailable',
  ],
  writes: true,
} as const satisfies RouteContract;
