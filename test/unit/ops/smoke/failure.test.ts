import { describe, expect, it } from 'vitest';
import { NotYet, SmokeFailure } from '../../../../ops/smoke/failure.ts';

describe('what the canary found', () => {
  it('carries the request and the functions to be looked at, where the step knows them', () => {
    expect(new SmokeFailure('broken', { requestId: 'r-1', functions: ['gate'] })).toMatchObject({
      message: 'broken',
      requestId: 'r-1',
      functions: ['gate'],
    });
    expect(new SmokeFailure('broken', {}).functions).toBeUndefined();
  });

  it('tells what was seen while it is waited for', () => {
    expect(new NotYet('1 of 2').seen).toBe('1 of 2');
  });
});
