import { afterEach, expect, it, vi } from 'vitest';
import { ownTable } from '../../../../shared/table/own-table.ts';

afterEach(() => vi.unstubAllEnvs());

it('opens the table that the function was given', () => {
  vi.stubEnv('TABLE_NAME', 'ssc-test');
  expect(ownTable().name).toBe('ssc-test');
});

it('stops the start of a function that was given none', () => {
  vi.stubEnv('TABLE_NAME', '');
  expect(() => ownTable()).toThrow('TABLE_NAME is missing');
});
