import * as z from 'zod';

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
