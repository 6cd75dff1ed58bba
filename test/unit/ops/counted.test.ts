import { expect, it } from 'vitest';
import { counted } from '../../../ops/counted.ts';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
])('counts %i in words that fit', (count, words) => {
  expect(counted(count, 'row')).toBe(words);
});
