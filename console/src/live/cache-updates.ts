import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../../../clients/seller-client.ts';
import type { NewsFrame } from '../../../shared/contracts/http/live.ts';
import type { Page } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';

type Alert = Schemas['Alert'];

/**
 * Brings what is kept of a shop up to date. Rows stay where they are: a changed alert changes in its place, a new one waits
 * until the list is loaded again. What a frame does not hold is asked for.
 */
export function applyNews(cache: QueryClient, shopId: string, news: readonly NewsFrame[]): void {
  const types = new Set(news.map(({ type }) => type));
  for (const { type, data } of news) if (type === 'alert.changed') changeAlert(cache, shopId, data);
  if (types.has('block.changed')) {
    void cache.invalidateQueries({ queryKey: queryKeys.blocks(shopId) });
    void cache.invalidateQueries({ queryKey: queryKeys.access(shopId) });
    for (const { type, data } of news)
      if (type === 'block.changed')
        void cache.invalidateQueries({ queryKey: queryKeys.buyer(shopId, String(data['buyerId'])) });
  }
  if (types.has('block.changed') || types.has('order.stopped'))
    void cache.invalidateQueries({ queryKey: queryKeys.activitySearched(shopId) });
  void cache.invalidateQueries({ queryKey: queryKeys.dashboard(shopId) });
  // Lists of what has happened would move under the pointer: they say that there is more, and wait.
  for (const list of [queryKeys.activity(shopId), queryKeys.waiverLists(shopId)])
    void cache.invalidateQueries({ queryKey: list, refetchType: 'none' });
  void cache.invalidateQueries({ queryKey: [...queryKeys.waivers(shopId), 'one'] });
}

/** Everything of the shop, as soon as it is looked at. */
export function reloadShop(cache: QueryClient, shopId: string): void {
  void cache.invalidateQueries({
    queryKey: queryKeys.shop(shopId),
    predicate: ({ queryKey, state }) => queryKey[2] !== 'access' && state.data !== undefined,
  });
}

function changeAlert(cache: QueryClient, shopId: string, data: NewsFrame['data']): void {
  const alertId = String(data['alertId']);
  cache.setQueriesData<InfiniteData<Page<Alert>>>(
    { queryKey: queryKeys.alertList(shopId, {}).slice(0, 4) },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          items: page.items.map((alert) => (alert.alertId === alertId ? changed(alert, data) : alert)),
        })),
      },
  );
  void cache.invalidateQueries({ queryKey: queryKeys.alert(shopId, alertId) });
}

/** A frame is not above what is shown already: two changes can come the wrong way round. */
export function changed(alert: Alert, data: NewsFrame['data']): Alert {
  const shown = 'revision' in alert ? Number(alert.revision) : 0;
  if (Number(data['revision']) <= shown) return alert;
  const { status, severity, respondBy, revision } = data as Pick<Alert, 'status' | 'severity' | 'respondBy'> & {
    readonly revision: number;
  };
  // What can be done now is known only for an open alert; the single alert says it exactly.
  return { ...alert, status, severity, respondBy, actions: status === 'open' ? alert.actions : [], ...{ revision } };
}
