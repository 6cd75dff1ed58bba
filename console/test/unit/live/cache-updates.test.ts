import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../clients/seller-client.ts';
import { queryKeys } from '../../../src/api/query-keys.ts';
import { applyNews, changed, changeListed, reloadShop } from '../../../src/live/cache-updates.ts';

const alert = (alertId: string, more: object = {}) =>
  ({
    alertId,
    kind: 'security_alert_order',
    status: 'open',
    severity: 'low',
    changedAt: 'before',
    buyer: { buyerId: `buyer of ${alertId}` },
    actions: ['cancel_order', 'dismiss', 'block_buyer'],
    ...more,
  }) as unknown as Schemas['Alert'];
const list = (...items: Schemas['Alert'][]) => ({ pages: [{ items }], pageParams: [undefined] });
const shownKey = queryKeys.alertList('s', { status: 'open' });

function cacheOf() {
  const cache = new QueryClient();
  cache.setQueryData(queryKeys.access('s'), {});
  cache.setQueryData(queryKeys.dashboard('s', 7), {});
  cache.setQueryData(queryKeys.blockList('s', {}), {});
  cache.setQueryData(queryKeys.buyer('s', 'b'), {});
  cache.setQueryData(queryKeys.buyer('s', 'c'), {});
  cache.setQueryData(queryKeys.alert('s', 'a'), {});
  cache.setQueryData(shownKey, list(alert('a'), alert('b')));
  cache.setQueryData(queryKeys.alertList('other', {}), list(alert('a')));
  const isOld = (key: readonly unknown[]): boolean | undefined => cache.getQueryState(key)?.isInvalidated;
  return { cache, isOld };
}

const data = { alertId: 'a', status: 'resolved', severity: 'high', revision: 2 };
const frame = { cursor: '1', at: 'now', data };

describe('applyNews', () => {
  it('changes an alert in its place, in this shop only', () => {
    const { cache, isOld } = cacheOf();
    applyNews(cache, 's', [{ type: 'alert.changed', ...frame }]);
    const after = {
      status: 'resolved',
      severity: 'high',
      revision: 2,
      changedAt: 'now',
      actions: ['block_buyer'],
      respondBy: undefined,
    };
    expect(cache.getQueryData(shownKey)).toEqual(list(alert('a', after), alert('b')));
    expect(cache.getQueryData(queryKeys.alertList('other', {}))).toEqual(list(alert('a')));
    expect(isOld(queryKeys.alert('s', 'a'))).toBe(true);
  });

  it('reads the exempt list and the buyer again after news of an exemption, and nobody else', () => {
    const { cache, isOld } = cacheOf();
    cache.setQueryData(queryKeys.exemptionList('s'), {});
    applyNews(cache, 's', [{ type: 'exemption.changed', ...frame, data: { buyerId: 'b', change: 'exempted' } }]);
    expect([isOld(queryKeys.exemptionList('s')), isOld(queryKeys.buyer('s', 'b'))]).toEqual([true, true]);
    expect([isOld(queryKeys.blockList('s', {})), isOld(queryKeys.buyer('s', 'c'))]).toEqual([false, false]);
  });

  it('reads figures again after any news, and blocks and quotas after those of blocks', () => {
    const { cache, isOld } = cacheOf();
    applyNews(cache, 's', [{ type: 'order.stopped', ...frame }]);
    expect([isOld(queryKeys.dashboard('s', 7)), isOld(queryKeys.blockList('s', {}))]).toEqual([true, false]);
    applyNews(cache, 's', [{ type: 'block.changed', ...frame }]);
    expect([isOld(queryKeys.access('s')), isOld(queryKeys.blockList('s', {}))]).toEqual([true, true]);
  });

  it('reads a block again that has stopped an order, and leaves the list where it is', () => {
    const { cache, isOld } = cacheOf();
    for (const buyerId of ['b', 'c']) cache.setQueryData(queryKeys.block('s', buyerId), {});
    applyNews(cache, 's', [{ type: 'order.stopped', ...frame, data: { buyerId: 'b' } }]);
    expect([isOld(queryKeys.block('s', 'b')), isOld(queryKeys.block('s', 'c'))]).toEqual([true, false]);
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

  it('shows a block, and its end, on all alerts of its buyer', () => {
    const { cache, isOld } = cacheOf();
    const told = (change: string) => [
      { ...frame, type: 'block.changed' as const, data: { change, buyerId: 'buyer of a' } },
    ];
    applyNews(cache, 's', told('blocked'));
    const blocked = alert('a', { isBlocked: true, actions: ['cancel_order', 'dismiss'] });
    expect(cache.getQueryData(shownKey)).toEqual(list(blocked, alert('b')));
    expect(isOld(queryKeys.alert('s', 'a'))).toBe(true);
    applyNews(cache, 's', told('unblocked'));
    expect(cache.getQueryData(shownKey)).toEqual(list(alert('a', { isBlocked: false }), alert('b')));
  });
});

describe('changed', () => {
  it('ignores a frame that is not above what is shown', () => {
    const shown = alert('a', { revision: 3 });
    expect(changed(shown, data, 'now')).toBe(shown);
  });

  it('offers what usually can be done with an alert that is open again', () => {
    const shown = alert('a', { kind: 'risk_refund', status: 'action_requested', actions: ['block_buyer'] });
    expect(changed(shown, { ...data, status: 'open' }, 'now')).toMatchObject({
      actions: ['reject_refund', 'dismiss', 'block_buyer'],
    });
  });

  it('keeps what can be done, and since when it is so, while the alert stays open', () => {
    const shown = alert('a', { actions: ['dismiss'] });
    expect(changed(shown, { ...data, status: 'open' }, 'now')).toMatchObject({
      actions: ['dismiss'],
      changedAt: 'before',
      severity: 'high',
    });
  });
});

describe('changeListed', () => {
  it('leaves as it is what nothing changes: it is not drawn again', () => {
    const { cache } = cacheOf();
    const before = cache.getQueryData(shownKey);
    changeListed(cache, 's', (one) => one);
    expect(cache.getQueryData(shownKey)).toBe(before);
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
