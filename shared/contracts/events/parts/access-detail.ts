import * as z from 'zod';
import { ownEventFields, occurredAt, shopId } from './fields.ts';

/** A shop's access as its events tell it: neither members nor who is to be notified, nor why. */
export const accessDetail = z.object({
  ...ownEventFields,
  shopId,
  state: z.enum(['active', 'terminated']).meta({ description: 'The state of the access after this change.' }),
  timeZone: z.string().meta({
    description: "IANA zone of the shop's day, as ops set it. A changed one begins to count at a later midnight.",
  }),
  quotas: z
    .object({
      blocks: z.int().meta({ description: 'The most live blocks.' }),
      newBlocksPerDay: z.int().meta({ description: "The most new blocks in one of the shop's days." }),
    })
    .meta({ description: "The shop's quotas." }),
  occurredAt,
});
