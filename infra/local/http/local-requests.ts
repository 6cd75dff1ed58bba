import * as z from 'zod';
import type { FrontRequest } from './front-request.ts';

/** What a `_local` route does not take; the message names the field. */
export class BadLocalRequest extends Error {
  override readonly name = 'BadLocalRequest';
}

const id = '[A-Za-z0-9_-]{1,64}';
const shopRole = z.string().regex(new RegExp(`^${id}:(owner|agent|viewer)$`), 'must be <shopId>:<owner|agent|viewer>');

/** `POST /_local/token`; `shops` as one text like the claim, or as a list. */
export const tokenBody = z.strictObject({
  subject: z.string().min(1).max(255),
  shops: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(' ').filter(Boolean) : value),
    z.array(shopRole),
  ),
  scope: z.string().max(1_000).default('ssc/seller'),
  expiresInSeconds: z
    .int()
    .min(1)
    .max(10 * 365 * 86_400)
    .default(3_600),
});

/** `POST /_local/clock`. */
export const clockBody = z.strictObject({
  advanceSeconds: z
    .number()
    .min(0)
    .max(100 * 365 * 86_400),
});

const plainFaults = ['hang', 'lost_reply', 'disconnect'] as const;
const faultKind = z.union(
  [
    ...plainFaults.map((kind) => z.strictObject({ kind: z.literal(kind) })),
    z.strictObject({ kind: z.literal('delay'), milliseconds: z.number().min(0) }),
    z.strictObject({
      kind: z.literal('error'),
      code: z.string().min(1),
      status: z.int().min(400).max(599).exactOptional(),
      message: z.string().exactOptional(),
    }),
  ],
  `must be {kind: ${plainFaults.join(' | ')}}, {kind: delay, milliseconds} or {kind: error, code, status?, message?}; or the name of a kind or of an AWS error`,
);

/** The name alone stands for a kind that needs nothing more, or else for an AWS error. */
function fromName(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return (plainFaults as readonly string[]).includes(value) ? { kind: value } : { kind: 'error', code: value };
}

/** `POST /_local/faults`. */
export const faultsBody = z.array(
  z.strictObject({
    service: z.string().min(1),
    operation: z.string().min(1),
    function: z.string().min(1).exactOptional(),
    fault: z.preprocess(fromName, faultKind),
    times: z.int().min(1).exactOptional(),
    probability: z.number().min(0).max(1).exactOptional(),
  }),
);

/**
 * The body of a request as its schema reads it.
 *
 * @throws BadLocalRequest naming each wrong field.
 */
export function parseBody<Schema extends z.ZodType>(request: FrontRequest, schema: Schema): z.infer<Schema> {
  let body: unknown;
  try {
    body = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new BadLocalRequest('body: must be JSON');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new BadLocalRequest(problems.join('; '));
}
