import { describe, expect, it } from 'vitest';
import { AppError, invalid } from '../../../../shared/kernel/errors.ts';

describe('AppError', () => {
  it('carries its code, details and cause', () => {
    const cause = new Error('first');
    const error = new AppError('too_many_requests', 'later', { retryAfterSeconds: 3 }, { cause });
    expect(error).toMatchObject({ name: 'AppError', code: 'too_many_requests', message: 'later', cause });
    expect(error.details).toEqual({ retryAfterSeconds: 3 });
  });
});

describe('invalid', () => {
  const wrong = (path: string) => ({ path, message: 'is wrong' });

  it('names the first field in words and all of them in its details', () => {
    const error = invalid([wrong('note'), wrong('reason'), wrong('scope')]);
    expect(error).toMatchObject({ code: 'validation_failed', message: 'note: is wrong (and 2 more)' });
    expect(error.details.errors).toEqual([wrong('note'), wrong('reason'), wrong('scope')]);
  });

  it('counts no others where there are none, and calls the whole body by name', () => {
    expect(invalid([wrong('note')]).message).toBe('note: is wrong');
    expect(invalid([wrong('')]).message).toBe('body: is wrong');
  });
});
