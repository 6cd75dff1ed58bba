import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Schemas } from '../../../../clients/seller-client.ts';
import { takeAnswer } from '../../../src/alerts/alert-cache.ts';
import { queryKeys } from '../../../src/api/query-keys.ts';

const alert = (more: object = {}) =>
  ({
    alertId: 'a',
    revision: 1,
    status: 'open',
    buyer: { buyerId: 'b', username: 'rita' },
    actions: ['dismiss'],
    ...more,
  }) as unknown as Schemas['Alert'];
const listKey = queryKeys.alertList('s', {});
const openKey = [...queryKeys.alerts('s'), 'open'];

function cacheOf() {
  const cache = new QueryClient();
  cache.setQueryData(listKey, { pages: [{ items: [alert()] }], pageParams: [undefined] });
  cache.setQueryData(queryKeys.alert('s', 'a'), { alert: alert(), etag: '"1"' });
  cache.setQueryData(openKey, {});
  cache.setQueryData(queryKeys.waivers('s'), {});
  return cache;
}

const answer = {
  alert: alert({ revision: 2, status: 'dismissed', buyer: { buyerId: 'b' }, actions: [] }),
  etag: '"2"',
};
const after = alert({ revision: 2, status: 'dismissed', actions: [] });

it('shows the answer on every page, with the name that it leaves out, and acts on its state from then on', () => {
  const cache = cacheOf();
  takeAnswer(cache, 's', answer);
  expect(cache.getQueryData(listKey)).toEqual({ pages: [{ items: [after] }], pageParams: [undefined] });
  expect(cache.getQueryData(queryKeys.alert('s', 'a'))).toEqual({ alert: after, etag: '"2"' });
});

it('reads again what follows from it, but no list whose rows somebody looks at', () => {
  const cache = cacheOf();
  takeAnswer(cache, 's', answer);
  const isOld = (key: readonly unknown[]) => cache.getQueryState(key)?.isInvalidated;
  expect([isOld(openKey), isOld(queryKeys.waivers('s')), isOld(listKey)]).toEqual([true, true, false]);
});

it('does not take an answer that has come late for what is so now', () => {
  const cache = cacheOf();
  const newer = { alert: alert({ revision: 3 }), etag: '"3"' };
  cache.setQueryData(queryKeys.alert('s', 'a'), newer);
  takeAnswer(cache, 's', answer);
  expect(cache.getQueryData(queryKeys.alert('s', 'a'))).toEqual(newer);
});
