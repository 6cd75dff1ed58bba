import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, pageParameters } from '../api/pages.ts';
import type { Page } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useLive } from '../live/live-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { readAlert } from './act-queries.ts';
import type { ShownAlert } from './act-queries.ts';
import { queryOf } from './filter-rules.ts';
import type { InboxFilters } from './filter-rules.ts';

export type Alert = Schemas['Alert'];

const due = { status: 'open' } as const;

/** The alerts that need somebody first. */
export function useDueAlerts() {
  const api = useApi();
  const { shopId } = useShop();
  const params = { path: { shopId }, query: { ...due, limit: 5 } };
  return useQuery({
    queryKey: [...queryKeys.alerts(shopId), 'due'],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/shops/{shopId}/alerts', { params, signal })),
    select: ({ items }) => items,
  });
}

/** A long list is not read again just because somebody came back to it: the feed keeps it up to date. */
const isShort = ({ state }: { readonly state: { readonly data?: InfiniteData<unknown> | undefined } }): boolean =>
  (state.data?.pages.length ?? 0) <= 3;

/** Alerts, page by page: those that wait by their deadline, then those that have ended. */
export function useInbox(filters: InboxFilters) {
  const api = useApi();
  const { shopId } = useShop();
  return useInfiniteQuery({
    queryKey: queryKeys.alertList(shopId, filters),
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...queryOf(filters, Date.now()),
        ...pageParameters(pageParam, pageParam === undefined ? 50 : 100),
      };
      return dataOf(api.GET('/v1/shops/{shopId}/alerts', { params: { path: { shopId }, query }, signal }));
    },
    ...endless,
    refetchOnMount: isShort,
    refetchOnWindowFocus: isShort,
    refetchOnReconnect: isShort,
  });
}

/** One alert with its ETag. While a request waits and the feed is silent, it is asked for again and again. */
export function useAlert(alertId: string) {
  const api = useApi();
  const { shopId } = useShop();
  const { state } = useLive();
  const cache = useQueryClient();
  return useQuery({
    queryKey: queryKeys.alert(shopId, alertId),
    queryFn: ({ signal }) => readAlert(api, { shopId, alertId }, signal),
    placeholderData: (): ShownAlert | undefined => {
      const alert = listedAlert(cache, shopId, alertId);
      return alert && { alert, etag: undefined };
    },
    refetchInterval: (query) =>
      state !== 'live' && query.state.data?.alert.status === 'action_requested' ? 5_000 : false,
  });
}

/** The alert as a list has shown it. */
function listedAlert(cache: QueryClient, shopId: string, alertId: string): Alert | undefined {
  const lists = cache.getQueriesData<InfiniteData<Page<Alert>>>({
    queryKey: queryKeys.alertList(shopId, {}).slice(0, 4),
  });
  return lists
    .flatMap(([, list]) => list?.pages ?? [])
    .flatMap(({ items }) => items)
    .find((alert) => alert.alertId === alertId);
}

/** Those that are open, the nearest deadlines first: enough to know which comes next. */
export function useOpenAlerts() {
  const api = useApi();
  const { shopId } = useShop();
  const params = { path: { shopId }, query: { status: 'open', limit: 20 } } as const;
  return useQuery({
    queryKey: [...queryKeys.alerts(shopId), 'open'],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/shops/{shopId}/alerts', { params, signal })),
    select: ({ items }) => items,
  });
}

/** The newest alerts of one buyer. */
export function useAlertsOfBuyer(buyerId: string) {
  const api = useApi();
  const { shopId } = useShop();
  const params = { path: { shopId }, query: { buyerId, limit: 6 } };
  return useQuery({
    queryKey: [...queryKeys.alerts(shopId), 'of-buyer', buyerId],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/shops/{shopId}/alerts', { params, signal })),
  });
}
