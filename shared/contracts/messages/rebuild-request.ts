import * as z from 'zod';
import { id } from '../schemas.ts';

/** Pieces that one invocation works on: each takes some reads, and those that are to be mended some writes. */
export const mostPieces = 25;

const piece = z.discriminatedUnion('kind', [
  /** A link group: its roster and count, and that its members know of it. */
  z.strictObject({
    kind: z.literal('group'),
    groupId: id,
    /** Behind which member it goes on. */
    after: id.optional(),
  }),
  /** A block: its root's marker and row, the markers of linked accounts, its coverage. */
  z.strictObject({
    kind: z.literal('block'),
    shopId: id,
    buyerId: id,
    /** Behind which account of which of the root's groups it goes on, and how many were looked at until there. */
    from: z.strictObject({ group: id, after: id.optional() }).optional(),
    seen: z.int().min(0).optional(),
    /** What was under way for it when it was looked at before. */
    jobs: z
      .record(z.string(), z.strictObject({ left: z.int().min(0), revision: z.int().min(0).optional() }))
      .optional(),
  }),
  /** A marker: entries that no block stands behind. */
  z.strictObject({ kind: z.literal('marker'), shopId: id, buyerId: id }),
  /** A buyer's counts of orders in one shop, held against the orders that were seen. */
  z.strictObject({
    kind: z.literal('orders'),
    shopId: id,
    buyerId: id,
    /** The counts before the orders were read: no order came or ended while they are the same. */
    counted: z.strictObject({ orders: z.int().min(0), openOrders: z.int() }),
    /** Those that were open when they were read, and how many there were in all. */
    open: z.array(id),
    seen: z.int().min(0),
  }),
]);
export type Piece = z.output<typeof piece>;
export type PieceOf<Kind extends Piece['kind']> = Extract<Piece, { kind: Kind }>;

/** What ops ask of the function that mends derived items. */
export const rebuildRequest = z.strictObject({
  version: z.literal(1),
  /** Only says what is wrong. */
  dryRun: z.boolean(),
  pieces: z.array(piece).min(1).max(mostPieces),
});
export type RebuildRequest = z.output<typeof rebuildRequest>;

export const rebuildReply = z.object({
  /** In the order of the pieces. */
  outcomes: z.array(
    z.object({
      /** `busy`: it changes, or is being worked on, and is to be looked at again. */
      outcome: z.enum(['right', 'wrong', 'mended', 'busy', 'failed']),
      /** What was wrong, in words without a name of anybody. */
      found: z.array(z.string()),
      /** What is to be looked at next of it: in the place of the piece, where it is busy. */
      next: piece.optional(),
    }),
  ),
});
export type RebuildReply = z.output<typeof rebuildReply>;
