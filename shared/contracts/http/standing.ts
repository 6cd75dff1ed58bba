import * as z from 'zod';
import { block } from './block-list.ts';
import type { RouteContract } from './route-contract.ts';
import { id, noQuery, shopBuyerPath, timestamp } from '../schemas.ts';

const standingBlock = block
  .omit({ coverage: true, buyerId: true, updatedAt: true, username: true, avatarUrl: true, note: true })
  .extend({
    state: z.enum(['live', 'ended']),
    username: z.string().optional().meta({ description: 'While the block is live, or can be brought back.' }),
    note: z.string().optional().meta({ description: 'While the block is live, or can be brought back.' }),
    gaps: z
      .array(z.object({ from: timestamp, until: timestamp }))
      .optional()
      .meta({ description: 'Times in which it was removed, until that was undone.' }),
    endedAt: timestamp.optional(),
    endedBecause: z.enum(['removed', 'lifted', 'expired']).optional().meta({
      description: 'A seller removed it, customer support lifted it, or its time was over.',
    }),
    endedBy: z
      .string()
      .optional()
      .meta({ description: "Subject of the seller's token, or the agent of customer support." }),
    supportReason: z.string().optional().meta({ description: 'Why customer support lifted it, in their words.' }),
    restorableUntil: timestamp.optional().meta({
      description: 'Until when the removal can be undone. Absent once it cannot.',
    }),
  })
  .meta({ id: 'StandingBlock' });

export const readStanding = {
  operationId: 'readStanding',
  method: 'GET',
  path: '/v1/shops/{shopId}/buyers/{buyerId}/standing',
  summary: 'Why orders of this buyer are stopped, or are not',
  api: 'seller',
  pathParameters: shopBuyerPath,
  query: noQuery,
  success: 200,
  reply: z
    .object({
      buyerId: id,
      gate: z
        .object({
          decision: z.enum(['allow', 'deny']),
          reason: z.enum(['blocked', 'exempt', 'not_blocked']),
          blockId: z.string().optional().meta({ description: 'The block that makes it deny.' }),
        })
        .meta({
          id: 'StandingAtGate',
          description:
            'What the gate says of a new order now, as far as a block or an exemption of this very buyer goes.',
        }),
      blocks: z.array(standingBlock).meta({
        description: "This shop's blocks of this very buyer, newest first, 20 at most; ended ones for 396 days.",
      }),
      stops: z
        .array(
          z
            .object({ at: timestamp, blockId: z.string() })
            .meta({ id: 'StandingStop', description: 'An order of this buyer that a block of this buyer stopped.' }),
        )
        .meta({ description: 'The last 10 of 90 days, newest first.' }),
      aboutLinks: z.string().meta({ description: 'The same sentence for every buyer.' }),
    })
    .meta({ id: 'Standing' }),
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'access_not_active',
    'buyer_not_found',
    'too_many_requests',
    'unavailable',
  ],
  writes: false,
} as const satisfies RouteContract;
