import { describe, expect, it } from 'vitest';
import { problemOf, unreachable } from '../../../clients/api-problem.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

describe('problemOf', () => {
  it('reads problem details, with what goes with their code', async () => {
    const problem = await problemOf(
      answer(412, { code: 'precondition_failed', detail: 'It has changed.', requestId: 'r-1', revision: 4 }),
    );
    expect(problem).toMatchObject({ code: 'precondition_failed', status: 412, requestId: 'r-1', revision: 4 });
    expect(problem.message).toBe('It has changed.');
    expect(problem.mayHaveHappened).toBe(false);
  });

  it('names the fields that are wrong', async () => {
    const errors = [{ path: 'note', message: 'is needed' }];
    const problem = await problemOf(answer(400, { code: 'validation_failed', detail: 'x', requestId: 'r', errors }));
    expect(problem.errors).toEqual(errors);
  });

  it('gives a code to what API Gateway refuses itself', async () => {
    const problem = await problemOf(answer(429, { message: 'Too Many Requests' }, { 'retry-after': '7' }));
    expect(problem).toMatchObject({ code: 'too_many_requests', retryAfter: 7, message: 'Too Many Requests' });
  });

  it('makes a problem of an answer without sense', async () => {
    expect(await problemOf(answer(418, '<html>'))).toMatchObject({ code: 'not_understood', status: 418, errors: [] });
  });

  it('says that a write may have been done where the server failed', async () => {
    expect((await problemOf(answer(503, { message: 'Service Unavailable' }))).mayHaveHappened).toBe(true);
  });
});

describe('unreachable', () => {
  it('has no status, and keeps the cause', () => {
    const cause = new TypeError('fetch failed');
    expect(unreachable(cause)).toMatchObject({ code: 'unreachable', status: 0, cause, mayHaveHappened: true });
  });
});
