import { describe, expect, it } from 'vitest';
import { isTransientError } from '../../../../shared/kernel/transient-errors.ts';

const named = (name: string) => Object.assign(new Error('x'), { name });
const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('isTransientError', () => {
  it.each([
    'ThrottlingException',
    'TimeoutError',
    'InternalServerError',
    'ServiceUnavailable',
  ])('expects that a call after %s may succeed', (name) => expect(isTransientError(named(name))).toBe(true));

  it.each(['ECONNRESET', 'EAI_AGAIN'])('knows %s as a code, and as a name', (code) => {
    expect(isTransientError(coded(code))).toBe(true);
    expect(isTransientError(named(code))).toBe(true);
  });

  it.each([
    named('AccessDeniedException'),
    named('ConditionalCheckFailedException'),
    coded('ENOENT'),
    'text',
    undefined,
  ])('expects nothing of another attempt after %s', (error) => expect(isTransientError(error)).toBe(false));
});
