import { expect, it } from 'vitest';
import { concurrencyProblems } from '../../infra/concurrency-problems.ts';

const functions = [{ name: 'gate' }, { name: 'blocks-api' }];

it('finds limits of functions that there are not', () => {
  expect(concurrencyProblems({}, functions)).toEqual([]);
  expect(concurrencyProblems({ reservedConcurrency: { gate: 100 } }, functions)).toEqual([]);
  expect(concurrencyProblems({ reservedConcurrency: { gat: 100 } }, functions)).toEqual([
    'reservedConcurrency.gat names no function; there are gate, blocks-api',
  ]);
});
