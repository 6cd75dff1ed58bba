import * as z from 'zod';
import type { HttpRequest } from '../http-front-end/http-request.ts';

/** What a `_local` route does not take; the message names the field. */
export class BadLocalRequest extends Error {
  override readonly name = 'BadLocalRequest';
}

const id = '[A-Za-z0-9_-]{1,64}';
const roleRule = 'must be <shopId>:<owner|agent|viewer>';
const shopRole = z.string(roleRule).regex(new RegExp(`^${id}:(owner|agent|viewer)$`), roleRule);
const noObject = 'must be a JSON object';

/** A text of so many characters. */
function text(least: number, most: number) {
  const rule = `must be a text of ${least} to ${most} characters`;
  return z.string(rule).min(least, rule).max(most, rule);
}

const longestExpiry = 10 * 365 * 86_400;
const expiryRule = `must be a whole number of seconds from 1 to ${longestExpiry}`;

/** `POST /_local/token`; `shops` as one text like the claim, or as a list. */
export const tokenBody = z.strictObject(
  {
    subject: text(1, 255),
    shops: z.preprocess(
      (value) => (typeof value === 'string' ? value.split(' ').filter(Boolean) : value),
      z.array(shopRole, 'must be a list of <shopId>:<owner|agent|viewer>, or one text with a space between them'),
    ),
    scope: text(0, 1_000).default('ssc/seller'),
    expiresInSeconds: z.int(expiryRule).min(1, expiryRule).max(longestExpiry, expiryRule).default(3_600),
  },
  noObject,
);

const longestAdvance = 100 * 365 * 86_400;
const advanceRule = `must be a number of seconds from 0 to ${longestAdvance}: the clock only moves forward`;

/** `POST /_local/clock`. */
export const clockBody = z.strictObject(
  { advanceSeconds: z.number(advanceRule).min(0, advanceRule).max(longestAdvance, advanceRule) },
  noObject,
);

/**
 * The body of a request as its schema reads it.
 *
 * @throws BadLocalRequest naming each wrong field.
 */
export function parseBody<Schema extends z.ZodType>(request: HttpRequest, schema: Schema): z.infer<Schema> {
  let body: unknown;
  try {
    body = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new BadLocalRequest('body: must be JSON');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${[...issue.path, key].join('.')}: is not a known field`)
      : `${issue.path.join('.') || 'body'}: ${issue.message}`,
  );
  // One rule has the same words however it is broken, and may be broken in two ways at once.
  throw new BadLocalRequest([...new Set(problems)].join('; '));
}
