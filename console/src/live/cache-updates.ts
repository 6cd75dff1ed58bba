import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../../../clients/seller-client.ts';
import type { NewsFrame } from '../../../shared/contracts/http/live.ts';
import type { Page } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';

type Alert = Schemas['Alert'];
type NewsData = NewsFrame['data'];

/**
 * Brings what is kept of a shop up to date. Rows stay where they are: a changed alert changes in its place, a new one waits
 * until the list is loaded again. What a frame does not hold is asked for.
 */
export function applyNews(cache: QueryClient, shopId: string, news: readonly NewsFrame[]): void {
  const types = new Set(news.map(({ type }) => type));
  for (const { type, data, at } of news) {
    if (type === 'alert.changed') changeAlert(cache, shopId, data, at);
    if (type === 'block.changed') changeBuyer(cache, shopId, data);
    if (type === 'order.stopped')
      void cache.invalidateQueries({ queryKey: queryKeys.block(shopId, String(data['buyerId'])) });
  }
  if (types.has('block.changed')) {
    void cache.invalidateQueries({ queryKey: queryKeys.blocks(shopId) });
    void cache.invalidateQueries({ queryKey: queryKeys.access(shopId) });
    for (const { type, data } of news)
      if (type === 'block.changed')
        void cache.invalidateQueries({ queryKey: queryKeys.buyer(shopId, String(data['buyerId'])) });
  }
  for (const { type, data } of news) {
    if (type !== 'exemption.changed') continue;
    void cache.invalidateQueries({ queryKey: queryKeys.exemptions(shopId) });
    void cache.invalidateQueries({ queryKey: queryKeys.buyer(shopId, String(data['buyerId'])) });
  }
  if (types.has('block.changed') || types.has('order.stopped') || types.has('exemption.changed'))
    void cache.invalidateQueries({ queryKey: queryKeys.activitySearched(shopId) });
  if (types.has('block.changed')) void cache.invalidateQueries({ queryKey: queryKeys.removals(shopId) });
  void cache.invalidateQueries({ queryKey: queryKeys.dashboard(shopId) });
  // Lists of what has happened would move under the pointer: they say that there is more, and wait.
  for (const list of [queryKeys.activityList(shopId), queryKeys.waiverLists(shopId)])
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

/** Changes alerts in each list in which they stand, in their place. What `change` returns as it was is not drawn again. */
export function changeListed(cache: QueryClient, shopId: string, change: (alert: Alert) => Alert): void {
  cache.setQueriesData<InfiniteData<Page<Alert>>>({ queryKey: queryKeys.alertList(shopId, {}).slice(0, 4) }, (list) => {
    if (!list) return list;
    const pages = list.pages.map((page) => {
      const items = page.items.map(change);
      return items.some((alert, index) => alert !== page.items[index]) ? { ...page, items } : page;
    });
    return pages.some((page, index) => page !== list.pages[index]) ? { ...list, pages } : list;
  });
}

function changeAlert(cache: QueryClient, shopId: string, data: NewsData, at: string): void {
  const alertId = String(data['alertId']);
  changeListed(cache, shopId, (alert) => (alert.alertId === alertId ? changed(alert, data, at) : alert));
  void cache.invalidateQueries({ queryKey: queryKeys.alert(shopId, alertId) });
}

/** A frame is not above what is shown already: two changes can come the wrong way round. */
export function changed(alert: Alert, data: NewsData, at: string): Alert {
  const shown = 'revision' in alert ? Number(alert.revision) : 0;
  if (Number(data['revision']) <= shown) return alert;
  const { status, severity, respondBy, revision } = data as Pick<Alert, 'status' | 'severity' | 'respondBy'> & {
    readonly revision: number;
  };
  const changedAt = status === alert.status ? alert.changedAt : at;
  return { ...alert, status, severity, respondBy, revision, changedAt, actions: actionsAfter(alert, status) };
}

const usual = {
  security_alert_order: ['cancel_order', 'dismiss'],
  risk_refund: ['reject_refund', 'dismiss'],
  fraud_outcome: [],
} as const;

/**
 * What can be done then, as far as a frame tells. Of an alert that is open again, what usually can: the single alert says
 * it exactly, and is asked before anything is done.
 */
function actionsAfter({ status: before, kind, actions }: Alert, status: Alert['status']): Alert['actions'] {
  if (status === 'open' && before === 'open') return actions;
  const block = actions.filter((action) => action === 'block_buyer');
  return status === 'open' ? [...usual[kind], ...block] : block;
}

/** A block changes all alerts of its buyer, without a frame for each. */
function changeBuyer(cache: QueryClient, shopId: string, data: NewsData): void {
  const isBlocked = data['change'] !== 'unblocked';
  changeListed(cache, shopId, (alert) =>
    alert.buyer.buyerId === data['buyerId'] && alert.isBlocked !== isBlocked ? blocked(alert, isBlocked) : alert,
  );
  void cache.invalidateQueries({ queryKey: queryKeys.alert(shopId, '').slice(0, 4) });
}

function blocked(alert: Alert, isBlocked: boolean): Alert {
  const others = alert.actions.filter((action) => action !== 'block_buyer');
  return { ...alert, isBlocked, actions: isBlocked ? others : [...others, 'block_buyer'] };
}
