import { AppError } from '../kernel/errors.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import { isTransientError } from '../kernel/transient-errors.ts';

/** RFC 9457 problem details, with our stable `code` and the request's ID. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly errorCount?: number;
  readonly revision?: number;
  readonly resetsAt?: string;
}

/** The one table from codes to statuses. */
export const problemStatuses: Readonly<Record<ErrorCode, { readonly status: number; readonly title: string }>> = {
  validation_failed: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'A valid access token is needed' },
  forbidden: { status: 403, title: 'Not allowed' },
  access_not_active: { status: 403, title: 'Access to Seller Security Center is not active' },
  not_found: { status: 404, title: 'Not found' },
  buyer_not_found: { status: 404, title: 'No such buyer among those who ordered in this shop' },
  method_not_allowed: { status: 405, title: 'The path does not take this method' },
  already_blocked: { status: 409, title: 'The buyer is already blocked' },
  not_restorable: { status: 409, title: 'The removal of the block can no longer be undone' },
  already_exempt: { status: 409, title: 'The buyer is already exempt' },
  username_mismatch: { status: 409, title: 'The buyer does not bear this username' },
  username_ambiguous: { status: 409, title: 'Two buyers claim this username' },
  block_list_full: { status: 409, title: 'The Block List is full' },
  daily_block_limit_reached: { status: 409, title: "Today's new blocks are used up" },
  exempt_list_full: { status: 409, title: 'The exempt list is full' },
  alert_not_open: { status: 409, title: 'The alert is not open' },
  order_not_cancellable: { status: 409, title: 'The order can no longer be cancelled' },
  refund_not_rejectable: { status: 409, title: 'The refund can no longer be rejected' },
  complaint_not_possible: { status: 409, title: 'The complaint cannot be filed, or decided so, now' },
  precondition_failed: { status: 412, title: 'It has changed since' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key belongs to another request' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong' },
  unavailable: { status: 503, title: 'Try again shortly' },
};

/** What a caller is told about an error: an `AppError` speaks for itself, a store that cannot answer is `unavailable`, all else says nothing. */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = error instanceof AppError ? error : storeFailure(error);
  const { status, title } = problemStatuses[known.code];
  const { retryAfterSeconds: _, allow: __, ...details } = known.details;
  return {
    type: `urn:ssc:problem:${known.code}`,
    title,
    status,
    code: known.code,
    detail: known.message,
    requestId,
    ...details,
  };
}

/**
 * Headers of an error's answer. `Retry-After` in whole seconds: what the error knows, else a second where trying again is
 * all that there is to do. `Allow` with a method that the path does not take.
 */
export function problemHeaders(error: unknown, status: number): Readonly<Record<string, string>> {
  const { retryAfterSeconds, allow } = error instanceof AppError ? error.details : {};
  const seconds = retryAfterSeconds ?? (status === 429 || status === 503 ? 1 : undefined);
  return {
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
    ...(allow === undefined ? {} : { allow: allow.join(', ') }),
  };
}

function storeFailure(error: unknown): AppError {
  return isTransientError(error)
    ? new AppError(
        'unavailable',
        'The store did not answer in time. Try again with the same Idempotency-Key.',
        {},
        { cause: error },
      )
    : new AppError('internal', 'The request could not be completed.', {}, { cause: error });
}
