import { expect, it } from 'vitest';
import { runBounded } from '../../../src/alerts/run-bounded.ts';

it('works through all items in their order, never more than so many at a time', async () => {
  const items = Array.from({ length: 20 }, (_, index) => index);
  const begun: number[] = [];
  let atOnce = 0;
  let most = 0;
  await runBounded(
    4,
    () => items.shift(),
    async (item) => {
      begun.push(item);
      most = Math.max(most, ++atOnce);
      await Promise.resolve();
      atOnce--;
    },
  );
  expect(begun).toEqual(begun.toSorted((a, b) => a - b));
  expect([begun.length, most]).toEqual([20, 4]);
});

it('ends when there is nothing left to begin with, which may be soon', async () => {
  const items = ['a', 'b', 'c'];
  const begun: string[] = [];
  await runBounded(
    1,
    () => (begun.length < 2 ? items.shift() : undefined),
    async (item) => {
      begun.push(item);
    },
  );
  expect(begun).toEqual(['a', 'b']);
});
