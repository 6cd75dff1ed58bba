import { describe, expect, it } from 'vitest';
import { problemStatuses, toProblem } from '../../../../shared/http/problem.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ErrorCode } from '../../../../shared/kernel/errors.ts';

/** The contract that callers rely on. */
const statuses: Record<ErrorCode, number> = {
  validation_failed: 400,
  unauthenticated: 401,
  forbidden: 403,
  access_not_active: 403,
  not_found: 404,
  buyer_not_found: 404,
  method_not_allowed: 405,
  already_blocked: 409,
  not_restorable: 409,
  already_exempt: 409,
  username_mismatch: 409,
  username_ambiguous: 409,
  block_list_full: 409,
  daily_block_limit_reached: 409,
  exempt_list_full: 409,
  alert_not_open: 409,
  order_not_cancellable: 409,
  refund_not_rejectable: 409,
  complaint_not_possible: 409,
  precondition_failed: 412,
  payload_too_large: 413,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
};

describe('toProblem', () => {
  it.each(Object.entries(statuses))('maps %s to %i', (code, status) => {
    const problem = toProblem(new AppError(code as ErrorCode, 'what happened'), 'r1');
    expect(problem).toMatchObject({
      type: `urn:ssc:problem:${code}`,
      status,
      code,
      detail: 'what happened',
      requestId: 'r1',
    });
    expect(problem.title.length).toBeGreaterThan(0);
  });

  it('knows no code beyond these', () => {
    expect(Object.keys(problemStatuses).toSorted()).toEqual(Object.keys(statuses).toSorted());
  });

  it('carries the details of a refusal', () => {
    const errors = [{ path: 'note', message: 'is needed' }];
    expect(toProblem(new AppError('validation_failed', 'm', { errors }), 'r')).toMatchObject({ errors });
    expect(toProblem(new AppError('daily_block_limit_reached', 'm', { resetsAt: 'then' }), 'r')).toMatchObject({
      resetsAt: 'then',
    });
  });

  it.each([
    new Error('SECRET'),
    new TypeError('SECRET'),
    'SECRET',
    undefined,
    null,
    { code: 'SECRET', message: 'SECRET' },
    Object.assign(new Error('SECRET'), { name: 'ValidationException' }),
    Object.assign(new Error('SECRET'), { name: 'AccessDeniedException' }),
    Object.assign(new Error('SECRET'), { code: 'validation_failed', details: { errors: 'SECRET' } }),
  ])('says nothing of an error that is not ours: %o', (error) => {
    const problem = toProblem(error, 'r');
    expect(problem).toEqual({
      type: 'urn:ssc:problem:internal',
      title: 'Something went wrong',
      status: 500,
      code: 'internal',
      detail: 'The request could not be completed.',
      requestId: 'r',
    });
  });

  it.each([
    'TimeoutError',
    'RequestTimeout',
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'InternalServerError',
    'ServiceUnavailable',
  ])('calls a store that failed with %s unavailable, and says nothing else', (name) => {
    const problem = toProblem(Object.assign(new Error('SECRET'), { name }), 'r');
    expect(problem).toMatchObject({ code: 'unavailable', status: 503 });
    expect(JSON.stringify(problem)).not.toContain('SECRET');
  });

  it.each([
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
  ])('calls a store behind a connection that failed with %s unavailable', (code) => {
    expect(toProblem(Object.assign(new Error('SECRET'), { code }), 'r')).toMatchObject({
      code: 'unavailable',
      status: 503,
    });
  });
});
