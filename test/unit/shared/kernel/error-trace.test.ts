import { describe, expect, it } from 'vitest';
import { traceOf } from '../../../../shared/kernel/error-trace.ts';

describe('traceOf', () => {
  it('keeps name and frames of an error, and none of its message', () => {
    const trace = traceOf(new TypeError('buyer 7\n    of shop 8'));
    expect(trace.errorName).toBe('TypeError');
    expect(trace.frames?.[0]).toMatch(/^ {4}at .*error-trace\.test\.ts/);
    expect(JSON.stringify(trace)).not.toMatch(/buyer 7|shop 8/);
  });

  it('keeps five frames', () => {
    const error = new Error('deep');
    error.stack = `Error: deep\n${Array.from({ length: 9 }, (_, index) => `    at place${index}`).join('\n')}`;
    expect(traceOf(error).frames).toEqual([0, 1, 2, 3, 4].map((index) => `    at place${index}`));
  });

  it.each([
    ['thrown text', 'string'],
    [undefined, 'undefined'],
  ])('says of %s only what kind of value it is', (thrown, errorName) => {
    expect(traceOf(thrown)).toEqual({ errorName, frames: undefined });
  });
});
