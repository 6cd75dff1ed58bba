import * as z from 'zod';
import { id } from '../schemas.ts';

/** One event of the bus as data: consumers read by it, and its examples and its rule are tested against it. */
export interface EventContract<Detail extends z.ZodType = z.ZodType> {
  readonly source: string;
  /** EventBridge's `detail-type`, e.g. `Buyer Erased`. */
  readonly type: string;
  /** Unknown fields are tolerated, since publishers add some; known ones must be right. */
  readonly detail: Detail;
}

/** In the detail of every event. */
export const eventFields = {
  version: z.literal(1),
  /** Dedupes: the same event may arrive twice. */
  eventId: id,
};

/**
 * Decimal string and ISO 4217 code; never a binary fraction. Of the 38 digits of the table's numbers, 14 are left for sums. Zeros in front are
 * dropped: they mean nothing, and the rest of the event does.
 */
export const money = z
  .object({
    value: z
      .string()
      .overwrite((value) => value.replace(/^0+(?=\d)/, ''))
      .regex(/^\d{1,18}(\.\d{1,6})?$/, 'must be a decimal number'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
  })
  .meta({ id: 'Money' });
