import type { components } from './generated/seller-api.ts';

type Problem = components['schemas']['Problem'];

/** Every code of ours, and three that only a client can know. */
export type ApiProblemCode =
  | Problem['code']
  /** No answer came: the network, or a server that is down. */
  | 'unreachable'
  /** An answer that is none of the API's, e.g. a proxy's page. */
  | 'not_understood'
  /** The request was larger than the gateway takes. */
  | 'payload_too_large';

interface ProblemParts {
  readonly code: ApiProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly requestId?: string | undefined;
  readonly errors?: Problem['errors'] | undefined;
  readonly resetsAt?: string | undefined;
  readonly revision?: number | undefined;
  readonly retryAfter?: number | undefined;
}

/** What became of a call that did not succeed. Every method of the seller client throws this and nothing else, aborts aside. */
export class ApiProblem extends Error {
  /** What programs decide by. */
  readonly code: ApiProblemCode;
  /** HTTP's; 0 where no answer came. */
  readonly status: number;
  /** To be given to customer support. */
  readonly requestId: string | undefined;
  /** The fields that were wrong. */
  readonly errors: NonNullable<Problem['errors']>;
  /** RFC 3339: when the shop's day ends, with `daily_block_limit_reached`. */
  readonly resetsAt: string | undefined;
  /** The present one, with `precondition_failed`. */
  readonly revision: number | undefined;
  /** Whole seconds until the same request can succeed. */
  readonly retryAfter: number | undefined;

  constructor(parts: ProblemParts, options?: ErrorOptions) {
    super(parts.detail, options);
    this.name = 'ApiProblem';
    this.code = parts.code;
    this.status = parts.status;
    this.requestId = parts.requestId;
    this.errors = parts.errors ?? [];
    this.resetsAt = parts.resetsAt;
    this.revision = parts.revision;
    this.retryAfter = parts.retryAfter;
  }

  /** Whether a write may have been done all the same: then only a repetition with the same key finds out. */
  get mayHaveHappened(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** What API Gateway, which knows no codes, means by its statuses. */
const gatewayCodes: Readonly<Record<number, ApiProblemCode>> = {
  400: 'validation_failed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'payload_too_large',
  429: 'too_many_requests',
  500: 'internal',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Reads the answer of a call that failed. Never fails itself: an answer without sense is a problem, too. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const { status } = response;
  const retryAfter = retryAfterOf(response.headers);
  if (isProblem(body)) {
    const { code, detail, requestId, errors, resetsAt } = body;
    return new ApiProblem({
      code,
      status,
      detail,
      requestId,
      errors,
      resetsAt,
      revision: revisionOf(body),
      retryAfter,
    });
  }
  const detail = isRecord(body) && typeof body['message'] === 'string' ? body['message'] : `HTTP ${status}`;
  const requestId = response.headers.get('apigw-requestid') ?? undefined;
  return new ApiProblem({ code: gatewayCodes[status] ?? 'not_understood', status, detail, requestId, retryAfter });
}

/** No answer came. */
export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem({ code: 'unreachable', status: 0, detail: 'No answer came.' }, { cause });
}

/** The header `Retry-After` in whole seconds; ours is never a date. */
export function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('retry-after');
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isProblem(body: unknown): body is Problem {
  return isRecord(body) && typeof body['code'] === 'string' && typeof body['detail'] === 'string';
}

function revisionOf(body: object): number | undefined {
  const revision: unknown = 'revision' in body ? body.revision : undefined;
  return typeof revision === 'number' ? revision : undefined;
}
