import * as z from 'zod';
import { id } from '../schemas.ts';

/** What the schedule of a digest sends. One of alerts is named by the instant when it is due, in epoch milliseconds; one of blocks that end, by the shop's date. */
export const digestDue = z.object({
  version: z.literal(1),
  shopId: id,
  digest: z
    .string()
    .regex(/^(\d{1,15}|ends\.\d{4}-\d{2}-\d{2})$/, 'must be epoch milliseconds, or the date of what ends'),
});
export type DigestDue = z.output<typeof digestDue>;
