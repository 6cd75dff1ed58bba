import * as z from 'zod';
import { orderAmount } from '../http/gate.ts';
import { id, timestamp } from '../schemas.ts';
import { mostChecks } from '../../kernel/words/gate.ts';

/** What the gate tells the counting of stopped orders, beside its answer: candidates, to be confirmed there. */
export const stoppedCandidates = z.strictObject({
  version: z.literal(1),
  candidates: z
    .array(
      z.strictObject({
        shopId: id,
        buyerId: id,
        occasion: z.string().min(1).max(80),
        decidedAt: timestamp,
        /** Of the order; told since there is a count of it. */
        amount: orderAmount.optional(),
        blocks: z
          .array(
            z.strictObject({
              root: id,
              blockId: z.string().min(1).max(64),
              /** Of the marker's entry, epoch milliseconds. */
              linkedSince: z.int().optional(),
            }),
          )
          .max(100),
      }),
    )
    .min(1)
    .max(mostChecks),
});
export type StoppedCandidates = z.infer<typeof stoppedCandidates>;
