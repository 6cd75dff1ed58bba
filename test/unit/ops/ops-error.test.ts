import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../ops/ops-error.ts';
import { UsageError } from '../../../shared/command-line/usage-error.ts';

describe('OpsError', () => {
  it('keeps its words as they are, and what they were caused by', () => {
    const cause = new Error('ENOENT');
    const error = new OpsError('shops.csv cannot be read.', { cause });
    expect(String(error)).toBe('OpsError: shops.csv cannot be read.');
    expect(error.cause).toBe(cause);
  });

  it('is told apart from a wrong option and from a failure of the program', () => {
    const known = [new OpsError('o'), new UsageError('u'), new TypeError('t')].map(
      (error) => error instanceof OpsError,
    );
    expect(known).toEqual([true, false, false]);
  });
});
