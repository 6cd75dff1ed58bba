import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../clients/seller-client.ts';
import { queryKeys } from '../../../src/api/query-keys.ts';
import { applyNews, changed, reloadShop } from '../../../src/live/cache-updates.ts';

const alert = (alertId: string, more: object = {}) =>
  ({ alertId, status: 'open', severity: 'low', actions: ['cancel_order'], ...more }) as unknown as Schemas['Alert'];
const list = (...items: Schemas['Alert'][]) => ({ pages: [{ items }], pageParams: [undefined] });

function cacheOf() {
  const cache = new QueryClient();
  cache.setQueryData(queryKeys.access('s'), {});
  cache.setQueryData(queryKeys.dashboard('s', 7), {});
  cache.setQueryData(queryKeys.blockList('s', {}), {});
  cache.setQueryData(queryKeys.buyer('s', 'b'), {});
  cache.setQueryData(queryKeys.buyer('s', 'c'), {});
  cache.setQueryData(queryKeys.alertList('s', { status: 'open' }), list(alert('a'), alert('b')));
  cache.setQueryData(queryKeys.alertList('other', {}), list(alert('a')));
  const isOld = (key: readonly unknown[]): boolean | undefined => cache.getQueryState(key)?.isInvalidated;
  return { cache, isOld };
}

const frame = { cursor: '1', at: '', data: { alertId: 'a', status: 'resolved', severity: 'high', revision: 2 } };

describe('applyNews', () => {
  it('changes an alert in its place, in this shop only', () => {
    const { cache } = cacheOf();
    applyNews(cache, 's', [{ type: 'alert.changed', ...frame }]);
    const shown = cache.getQueryData(queryKeys.alertList('s', { status: 'open' }));
    expect(shown).toEqual(
      list(
        alert('a', { status: 'resolved', severity: 'high', revision: 2, actions: [], respondBy: undefined }),
        alert('b'),
      ),
    );
    expect(cache.getQueryData(queryKeys.alertList('other', {}))).toEqual(list(alert('a')));
  });

  it('reads figures again after any news, and blocks and quotas after those of blocks', () => {
    const { cache, isOld } = cacheOf();
    applyNews(cache, 's', [{ type: 'order.stopped', ...frame }]);
    expect([isOld(queryKeys.dashboard('s', 7)), isOld(queryKeys.blockList('s', {}))]).toEqual([true, false]);
    applyNews(cache, 's', [{ type: 'block.changed', ...frame }]);
    expect([isOld(queryKeys.access('s')), isOld(queryKeys.blockList('s', {}))]).toEqual([true, true]);
  });

  it('reads again what the activity says about blocks after those and the orders that they stop', () => {
    const { cache, isOld } = cacheOf();
    cache.setQueryData(queryKeys.activitySearched('s'), {});
    applyNews(cache, 's', [{ type: 'alert.changed', ...frame }]);
    expect(isOld(queryKeys.activitySearched('s'))).toBe(false);
    applyNews(cache, 's', [{ type: 'order.stopped', ...frame }]);
    expect(isOld(queryKeys.activitySearched('s'))).toBe(true);
  });

  it('reads the buyer again whose block has changed, and no other: each is a lookup', () => {
    const { cache, isOld } = cacheOf();
    applyNews(cache, 's', [{ type: 'block.changed', ...frame, data: { buyerId: 'b' } }]);
    expect([isOld(queryKeys.buyer('s', 'b')), isOld(queryKeys.buyer('s', 'c'))]).toEqual([true, false]);
  });
});

describe('changed', () => {
  it('ignores a frame that is not above what is shown', () => {
    const shown = alert('a', { revision: 3 });
    expect(changed(shown, frame.data)).toBe(shown);
  });
});

describe('reloadShop', () => {
  it('reads all of the shop again that was read before, access aside', () => {
    const { cache, isOld } = cacheOf();
    reloadShop(cache, 's');
    expect([isOld(queryKeys.dashboard('s', 7)), isOld(queryKeys.access('s'))]).toEqual([true, false]);
    expect(isOld(queryKeys.alertList('other', {}))).toBe(false);
  });
});
