import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../shared/command-line/usage-error.ts';

describe('UsageError', () => {
  it('says by its name in print that the command line is wrong, and keeps what it was made of', () => {
    const cause = new TypeError('Unknown option');
    const error = new UsageError('--days: must be a whole number.', { cause });
    expect(String(error)).toBe('UsageError: --days: must be a whole number.');
    expect(error).toBeInstanceOf(Error);
    expect(error.cause).toBe(cause);
  });
});
