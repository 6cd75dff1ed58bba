import { expect, it } from 'vitest';
import { endless, itemsOf, pageParameters } from '../../../src/api/pages.ts';

it('shows an item once that moved between two pages', () => {
  const pages = [{ items: [{ id: 'a' }, { id: 'b' }] }, { items: [{ id: 'b' }, { id: 'c' }] }];
  expect(itemsOf({ pages, pageParams: [] }, ({ id }) => id).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(itemsOf(undefined, String)).toEqual([]);
});

it('asks for the page after the last one', () => {
  expect(endless.getNextPageParam({ items: [], nextCursor: 'n' })).toBe('n');
  expect(pageParameters('n')).toEqual({ limit: 50, cursor: 'n' });
  expect(pageParameters(undefined, 5)).toEqual({ limit: 5 });
});
