import * as z from 'zod';
import { idPattern } from '../kernel/ids.ts';

/** Schemas that every contract shares. */
export const id = z
  .string()
  .regex(idPattern, 'must be 1 to 64 characters of A-Z, a-z, 0-9, _ and -')
  .meta({ id: 'Id', description: 'Opaque ID of the marketplace; never a number.' });

export const timestamp = z.iso
  .datetime({ precision: 3 })
  .meta({ id: 'Timestamp', description: 'RFC 3339, UTC, milliseconds.', examples: ['2026-11-22T09:30:00.000Z'] });

/** Matched code point for code point; 1 to 256 code units, any script, but no lone surrogate, which has no UTF-8. */
export const username = z
  .string()
  .min(1, 'must not be empty')
  .max(256, 'must have 256 characters at most')
  .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
  .meta({ id: 'Username', description: 'Matched exactly: no case folding, no trimming, no normalisation.' });

export const shopPath = z.object({ shopId: id });
export const shopBuyerPath = z.object({ shopId: id, buyerId: id });
export const noQuery = z.object({});

/** Lists: `limit` 1 to 100, 20 without it; `cursor` from the page before. */
export const pageQuery = z.object({
  limit: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 to 100')
    .max(100, 'must be 1 to 100')
    .default(20),
  cursor: z.string().max(512, 'must have 512 characters at most').optional(),
});
