import type * as z from 'zod';
import { blockLift } from '../contracts/http/support.ts';
import type { liftBlock } from '../contracts/http/support.ts';
import { isRequired, plainWords } from '../http/message-rules.ts';
import { toFieldErrors } from '../http/parse-request.ts';
import { invalid } from '../kernel/errors.ts';

export type Lift = z.output<typeof blockLift>;
type Part = z.output<(typeof liftBlock)['query']>;

/**
 * What a lift asks for, from its query and its body together: proxies may drop the body of a `DELETE`.
 *
 * @throws AppError `validation_failed` for a field that is in both, or in neither and needed.
 */
export function toLift(query: Part, body: Part): Lift {
  const twice = Object.keys(query).filter((name) => name in body);
  if (twice.length > 0)
    throw invalid(twice.map((name) => ({ path: `query.${name}`, message: 'stands in the body as well' })));
  const result = blockLift.safeParse({ ...query, ...body }, { error: plainWords });
  if (result.success) return result.data;
  throw invalid(
    toFieldErrors(result.error).map(({ path, message }) => ({
      path,
      message: message === isRequired ? `${isRequired}, in the body or as a query parameter` : message,
    })),
  );
}
