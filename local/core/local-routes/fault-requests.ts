import * as z from 'zod';
import { shortName } from '../aws-endpoint/short-name.ts';

/** What a fault can be about: one that names anything else would never fit a call, and nobody would notice. */
export interface KnownCalls {
  /** Of each service of the AWS endpoint. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  /** Functions and callers, as calls are recorded under them. */
  readonly callers: readonly string[];
}

const plainFaults = ['hang', 'lost_reply', 'disconnect'] as const;
/** AWS's errors, e.g. `ThrottlingException`: the name alone stands for them. A misspelt kind is no error of its own. */
const errorName = /^[A-Z][A-Za-z]{4,80}$/;
/** A longer one would overflow the timer, and not delay at all. */
const longestDelayMilliseconds = 2_147_483_647;
const delayRule = `must be 0 to ${longestDelayMilliseconds}`;

const faultKind = z.union(
  [
    ...plainFaults.map((kind) => z.strictObject({ kind: z.literal(kind) })),
    z.strictObject({
      kind: z.literal('delay'),
      milliseconds: z.number(delayRule).min(0, delayRule).max(longestDelayMilliseconds, delayRule),
    }),
    z.strictObject({
      kind: z.literal('error'),
      code: z.string().min(1),
      status: z.int().min(400).max(599).exactOptional(),
      message: z.string().exactOptional(),
    }),
  ],
  `must be {kind: ${plainFaults.join(' | ')}}, {kind: delay, milliseconds} or {kind: error, code, status?, message?}; or the name alone of one of the first, or of an error of AWS, e.g. ThrottlingException or TransactionConflict`,
);

function fromName(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if ((plainFaults as readonly string[]).includes(value)) return { kind: value };
  return errorName.test(value) ? { kind: 'error', code: value } : value;
}

const name = z.string('must be a text').min(1, 'must not be empty');
const unknown = (value: unknown, known: readonly string[]) =>
  `"${String(value)}" is unknown; known are ${known.join(', ')}`;
const shareRule = 'must be a number from 0 to 1';
const timesRule = 'must be a whole number from 1';

/** `POST /_local/faults`: of what is known only, and listing it for what is not. */
export function faultsBody({ operations, callers }: KnownCalls) {
  const services = Object.keys(operations);
  const names = [...callers, ...callers.map(shortName)];
  const service = name.refine((value) => value === '*' || services.includes(value.toLowerCase()), {
    error: ({ input }) => unknown(input, ['*', ...services]),
  });
  const caller = name.refine((value) => names.includes(value), {
    error: ({ input }) => unknown(input, callers.map(shortName)),
  });
  const fault = z
    .strictObject(
      {
        service,
        operation: name,
        function: caller.exactOptional(),
        fault: z.preprocess(fromName, faultKind),
        times: z.int(timesRule).min(1, timesRule).exactOptional(),
        probability: z.number(shareRule).min(0, shareRule).max(1, shareRule).exactOptional(),
      },
      'must be an object',
    )
    .superRefine(({ service: asked, operation }, context) => {
      const meant = services.filter((one) => asked === '*' || one === asked.toLowerCase());
      const known = ['*', ...meant.flatMap((one) => operations[one] ?? [])];
      // Of an unknown service nobody can say which operations it has.
      if (meant.length > 0 && !known.includes(operation))
        context.addIssue({ code: 'custom', path: ['operation'], message: unknown(operation, known) });
    });
  return z.array(fault, 'must be a list of {service, operation, function?, fault, times?, probability?}');
}
