import * as z from 'zod';
import { blockDuration, blockReason, blockScope } from '../block-words.ts';
import type { RouteContract } from './route-contract.ts';
import { freeText, id, pageQuery, shopBuyerPath, timestamp } from '../schemas.ts';

const coveringBlock = z
  .object({
    shopId: id,
    blockId: id,
    via: z.enum(['own', 'linked']).meta({
      description:
        '`own`: the shop blocked this buyer. `linked`: it blocked another account, which the marketplace holds to be the same person, and which is not named.',
    }),
    inEffect: z.boolean().meta({
      description:
        "Whether the gate denies for it. False while the shop's access is not active, and for the moment that it takes to guard a linked account.",
    }),
    reason: blockReason,
    note: z
      .string()
      .optional()
      .meta({ description: "The seller's, for support alone: never to be told to a buyer. Only of an own block." }),
    scope: blockScope,
    duration: blockDuration,
    createdAt: timestamp,
    expiresAt: timestamp.optional().meta({ description: 'Absent while the block is permanent.' }),
  })
  .meta({ id: 'CoveringBlock' });

export const listCoveringBlocks = {
  operationId: 'listCoveringBlocks',
  method: 'GET',
  path: '/v1/support/buyers/{buyerId}/blocks',
  summary: 'Live blocks that cover a buyer, by shop; a page can be short and have a next one',
  api: 'service',
  pathParameters: z.object({ buyerId: id }),
  query: pageQuery,
  success: 200,
  reply: z
    .object({ items: z.array(coveringBlock), nextCursor: z.string().optional() })
    .meta({ id: 'CoveringBlockPage' }),
  errors: ['validation_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

const liftReason = freeText(500).meta({
  description:
    'Free text, which may span lines. Shown to the shop in its activity, so it may not hold the ID of an account that is linked to the blocked one. Forgotten when the buyer is erased.',
});

const liftFields = {
  agent: id.meta({ description: 'Who lifts it, as the activity of the shop shows; not the ID of a linked account.' }),
  reason: liftReason,
  blockId: id.optional().meta({
    description:
      'The very block, as the list shows it. Needed for one that covers the buyer as a linked account: it ends for all accounts that it covers.',
  }),
};

/** What body and query have to say together. */
export const blockLift = z.strictObject(liftFields);
const part = z.object(liftFields).partial();

export const liftBlock = {
  operationId: 'liftBlock',
  method: 'DELETE',
  path: '/v1/support/shops/{shopId}/blocks/{buyerId}',
  summary: 'Lift a block that covers a buyer, whatever the access of the shop: they can order again at once',
  api: 'service',
  pathParameters: shopBuyerPath,
  query: part,
  body: part.strict().meta({ id: 'BlockLift', description: 'What the query does not say.' }),
  bodyMayBeMissing: true,
  success: 204,
  errors: ['validation_failed', 'payload_too_large', 'not_found', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
