/** Every code that a caller can see. `shared/http/problem.ts` maps each to its status and title. */
export type ErrorCode =
  | 'validation_failed'
  | 'unauthenticated'
  | 'forbidden'
  | 'access_not_active'
  | 'not_found'
  | 'buyer_not_found'
  | 'method_not_allowed'
  | 'already_blocked'
  | 'not_restorable'
  | 'already_exempt'
  | 'username_mismatch'
  | 'username_ambiguous'
  | 'block_list_full'
  | 'daily_block_limit_reached'
  | 'exempt_list_full'
  | 'alert_not_open'
  | 'order_not_cancellable'
  | 'refund_not_rejectable'
  | 'complaint_not_possible'
  | 'precondition_failed'
  | 'payload_too_large'
  | 'idempotency_key_reused'
  | 'too_many_requests'
  | 'internal'
  | 'unavailable';

export interface FieldError {
  /** Dotted path of the field, e.g. `checks.0.shopId`; `header.Idempotency-Key`, `query.limit` and `path.shopId` outside the body. */
  readonly path: string;
  readonly message: string;
}

export interface ErrorDetails {
  readonly errors?: readonly FieldError[];
  /** How many there are, where that is more than are listed. */
  readonly errorCount?: number;
  /** Of what `If-Match` did not name, as it is now. */
  readonly revision?: number;
  /** RFC 3339: when the shop's day ends. */
  readonly resetsAt?: string;
  /** Whole seconds from now until the same request can succeed; the header `Retry-After` says it. */
  readonly retryAfterSeconds?: number;
  /** Methods that the path takes; the header `Allow` says them. */
  readonly allow?: readonly string[];
}

/** A refusal that a caller can act upon. Anything else that is thrown is `internal` and says nothing. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** So many wrong fields are listed: a body can hold thousands, and nobody reads on. */
export const mostErrors = 20;
/** Characters of a field's path that are told back: an unknown field may have any name. */
const longestPath = 200;

/** A refusal of a request whose fields are wrong: the first of them named, and how many there are. */
export function invalid(errors: readonly FieldError[]): AppError {
  const listed = errors.slice(0, mostErrors).map(({ path, message }) => ({ path: shortened(path), message }));
  const [first] = listed;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new AppError('validation_failed', `${first?.path || 'body'}: ${first?.message}${more}`, {
    errors: listed,
    ...(errors.length > listed.length ? { errorCount: errors.length } : {}),
  });
}

function shortened(path: string): string {
  return path.length <= longestPath ? path : `${path.slice(0, longestPath)}…`;
}
