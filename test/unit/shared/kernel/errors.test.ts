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

  it('lists twenty of them at most, and says how many there are', () => {
    const all = Array.from({ length: 5_000 }, (_, index) => wrong(`f${index}`));
    expect(invalid(all)).toMatchObject({ message: 'f0: is wrong (and 4999 more)', details: { errorCount: 5_000 } });
    expect(invalid(all).details.errors).toEqual(all.slice(0, 20));
    expect(invalid(all.slice(0, 20)).details).toEqual({ errors: all.slice(0, 20) });
  });

  it('tells a path of any length back in short', () => {
    const error = invalid([wrong('x'.repeat(60_000))]);
    expect(error.message.length).toBeLessThan(250);
    expect(error.details.errors).toEqual([wrong(`${'x'.repeat(200)}…`)]);
  });

  it('counts no others where there are none, and calls the whole body by name', () => {
    expect(invalid([wrong('note')]).message).toBe('note: is wrong');
    expect(invalid([wrong('')]).message).toBe('body: is wrong');
  });
});
