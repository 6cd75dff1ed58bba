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

/**
 * What every text is made of that no pattern limits; `most` in code units. A lone surrogate has no UTF-8: the store takes
 * none, and its error would be a 500.
 */
const wellFormed = (most: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most.toLocaleString('en-US')} characters`)
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode');

/**
 * Something that is seen: a letter, digit, sign or punctuation, but none that Unicode has to be ignored where it cannot be shown
 * (such as U+3164, a Hangul filler), and neither the empty Braille pattern nor the empty note. A mark alone stands on nothing.
 */
const isVisible = (text: string): boolean =>
  /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]]/v.test(text);

/** Every other text is one line. */
const mayHaveLines = 'Free text, which may span lines.';

/** Free text of people, in lines, kept as it is written: something to read, and no control characters but tabs and line breaks. */
export const freeText = (most: number) =>
  wellFormed(most)
    .refine((text) => !/[^\P{Cc}\t\n\r]/u.test(text), 'must hold no control characters but tabs and line breaks')
    .refine(isVisible, 'must hold something to read')
    .meta({ description: mayHaveLines });

/** A text that stands in one line and reads in one direction, such as an address or the name that an issuer gives a person. */
export const lineOfText = (most: number) =>
  wellFormed(most)
    .refine(
      (text) => !/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(text),
      'must hold no line breaks and no control characters',
    )
    .refine((text) => text === text.trim(), 'must not begin or end with a blank')
    .refine(isVisible, 'must hold something to read');

/** Matched code point for code point, in any script: so it may be anything that the marketplace gave out. */
export const username = wellFormed(256).meta({
  id: 'Username',
  description: 'Matched exactly: no case folding, no trimming, no normalisation.',
});

/** The least number above 0 that a number of the table can be, and so the greatest below 0; it keeps 38 digits, more than any of ours has. */
const leastKept = 1e-130;

/** A number that the table can keep as it is. It would fail with one that is too close to 0. */
export const keptNumber = (least: number, most: number) => {
  const range = `must be ${least} to ${most}`;
  return z
    .number()
    .min(least, range)
    .max(most, range)
    .refine(
      (number) => number === 0 || Math.abs(number) >= leastKept,
      `must be 0, or at least ${leastKept} away from it`,
    );
};

export const shopPath = z.object({ shopId: id });
export const shopBuyerPath = z.object({ shopId: id, buyerId: id });
export const noQuery = z.object({});

/**
 * A query parameter that is a whole number, written in decimal digits and nothing else. JavaScript would also read `1e1`,
 * `0xa`, a blank and nothing at all as numbers, and the document says `integer`.
 *
 * @param withoutIt what it is when it is not given.
 */
export const wholeNumber = (least: number, most: number, withoutIt: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d*)$/, 'must be a whole number in decimal digits')
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be ${least} to ${most}`)
    .default(withoutIt)
    .meta({
      override: ({ jsonSchema }) => {
        delete jsonSchema.pattern;
        Object.assign(jsonSchema, { type: 'integer', minimum: least, maximum: most, default: withoutIt });
      },
    });

/** Lists: `limit` 1 to 100, 20 without it; `cursor` from the page before. */
export const pageQuery = z.object({
  limit: wholeNumber(1, 100, 20),
  cursor: z.string().max(512, 'must have 512 characters at most').optional(),
});
