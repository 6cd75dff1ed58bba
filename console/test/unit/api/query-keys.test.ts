import { expect, it } from 'vitest';
import { queryKeys } from '../../../src/api/query-keys.ts';

it('makes every key of a shop a part of the shop', () => {
  const keys = [
    queryKeys.access('s'),
    queryKeys.dashboard('s', 7),
    queryKeys.alert('s', 'a'),
    queryKeys.block('s', 'b'),
  ];
  for (const key of keys) expect(key.slice(0, 2)).toEqual(queryKeys.shop('s'));
  expect(queryKeys.alertList('s', {}).slice(0, 3)).toEqual(queryKeys.alerts('s'));
});
