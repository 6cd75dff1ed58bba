import * as z from 'zod';
import { amountPattern, amountRule, currencyPattern, currencyRule, zerosInFront } from '../kernel/words/amounts.ts';

/**
 * Decimal string and ISO 4217 code; never a binary fraction. Zeros in front are dropped: they mean nothing, and the rest of
 * the event does.
 */
export const money = z
  .object({
    value: z
      .string()
      .overwrite((value) => value.replace(zerosInFront, ''))
      .regex(amountPattern, amountRule),
    currency: z.string().regex(currencyPattern, currencyRule),
  })
  .meta({ id: 'Money' });

/** Sums of ours, which can be larger than any amount that is told. */
export const sums = z
  .array(z.object({ value: z.string(), currency: z.string() }))
  .meta({ description: "Exact sums, one for each currency, with at least the currency's own digits." });
