import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../../shared/bulk-blocks/row-refusal.ts';
import { AppError, invalid } from '../../../../shared/kernel/errors.ts';

describe('what a row is told of an error', () => {
  it('is the code of a refusal, with the fields that are wrong', () => {
    expect(refusalOf(new AppError('already_blocked', 'x'))).toEqual({ outcome: 'already_blocked' });
    const errors = [{ path: 'alertId', message: 'is not one' }];
    expect(refusalOf(invalid(errors))).toEqual({ outcome: 'validation_failed', errors });
  });

  it('is that the store had no time, where it had none', () => {
    expect(refusalOf(Object.assign(new Error('slow'), { name: 'TimeoutError' }))).toEqual({ outcome: 'unavailable' });
  });

  it('is nothing where the fault is ours', () => {
    const fault = new TypeError('x is undefined');
    expect(() => refusalOf(fault)).toThrow(fault);
  });
});
