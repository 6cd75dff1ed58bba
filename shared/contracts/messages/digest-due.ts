import * as z from 'zod';
import { id } from '../schemas.ts';

/** What the schedule of a digest sends. A digest is named by the instant when it is due, in epoch milliseconds. */
export const digestDue = z.object({
  version: z.literal(1),
  shopId: id,
  digest: z.string().regex(/^\d{1,15}$/, 'must be epoch milliseconds'),
});
export type DigestDue = z.output<typeof digestDue>;
