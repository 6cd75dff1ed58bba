import { describe, expect, it } from 'vitest';
import { waitBeforeNext } from '../../../clients/retry-rules.ts';

const attempt = { number: 1, status: 503, retryAfter: undefined, isRepeatable: true };

describe('waitBeforeNext', () => {
  it.each([0, 429, 502, 503, 504])('tries again after %i', (status) => {
    expect(waitBeforeNext({ ...attempt, status }, 0)).toBe(200);
  });

  it.each([400, 401, 403, 404, 409, 412, 422, 500])('leaves %i as it is', (status) => {
    expect(waitBeforeNext({ ...attempt, status }, 0)).toBeUndefined();
  });

  it('waits longer each time, each time a random part of it', () => {
    expect(waitBeforeNext({ ...attempt, number: 2 }, 0)).toBe(400);
    expect(waitBeforeNext({ ...attempt, number: 2 }, 0.5)).toBe(550);
  });

  it('ends after three attempts', () => {
    expect(waitBeforeNext({ ...attempt, number: 3 }, 0)).toBeUndefined();
  });

  it('waits as long as the answer says', () => {
    expect(waitBeforeNext({ ...attempt, status: 429, retryAfter: 3 }, 0)).toBe(3000);
  });

  it('leaves a long wait to the caller', () => {
    expect(waitBeforeNext({ ...attempt, status: 429, retryAfter: 60 }, 0)).toBeUndefined();
  });

  it('never repeats what may not be done twice', () => {
    expect(waitBeforeNext({ ...attempt, isRepeatable: false }, 0)).toBeUndefined();
  });
});
