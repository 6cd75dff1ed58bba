import { afterEach, describe, expect, it, vi } from 'vitest';
import { listed, optional, required, requiredNumber, requiredOneOf } from '../../../../shared/kernel/environment.ts';
import { systemClock } from '../../../../shared/kernel/clock.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the environment of a function', () => {
  it('stops the start by the name of a variable that is missing or empty', () => {
    vi.stubEnv('SSC_TEST', '');
    for (const read of [
      () => required('SSC_TEST'),
      () => required('SSC_ABSENT'),
      () => requiredNumber('SSC_ABSENT', 0),
    ]) {
      expect(read).toThrow(/The environment variable SSC_(TEST|ABSENT) is missing/);
    }
  });

  it.each([
    '9',
    '1.5',
    'ten',
    '-10',
    'Infinity',
    '1e999',
  ])('takes no number below the least, or broken: %s', (value) => {
    vi.stubEnv('SSC_TEST', value);
    expect(() => requiredNumber('SSC_TEST', 10)).toThrow('SSC_TEST must be a whole number from 10');
  });

  it('takes an optional variable that is empty for one that is missing', () => {
    vi.stubEnv('SSC_TEST', '');
    expect([optional('SSC_TEST'), optional('SSC_ABSENT')]).toEqual([undefined, undefined]);
    vi.stubEnv('SSC_TEST', 'https://console.example.com');
    expect(optional('SSC_TEST')).toBe('https://console.example.com');
  });

  it('reads a list, which may be empty', () => {
    vi.stubEnv('SSC_TEST', 'http://127.0.0.1:*  http://localhost:*');
    expect(listed('SSC_TEST')).toEqual(['http://127.0.0.1:*', 'http://localhost:*']);
    expect(listed('SSC_ABSENT')).toEqual([]);
  });

  it('reads what is right', () => {
    vi.stubEnv('SSC_TEST', '10');
    expect([required('SSC_TEST'), requiredNumber('SSC_TEST', 10), requiredOneOf('SSC_TEST', ['9', '10'])]).toEqual([
      '10',
      10,
      '10',
    ]);
    expect(() => requiredOneOf('SSC_TEST', ['open', 'closed'])).toThrow('SSC_TEST must be one of open, closed');
  });

  it('tells the time of the machine', () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(5000);
  });
});
