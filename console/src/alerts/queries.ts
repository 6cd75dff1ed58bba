import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

export type Alert = Schemas['Alert'];
export type AlertFilters = Readonly<{ kind?: Alert['kind']; status?: Alert['status'] }>;

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

/** Alerts, page by page: those that wait by their deadline, then those that have ended. */
export function useAlerts(filters: AlertFilters) {
  const api = useApi();
  const { shopId } = useShop();
  return useInfiniteQuery({
    queryKey: queryKeys.alertList(shopId, filters),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: { ...filters, ...pageParameters(pageParam) } };
      return dataOf(api.GET('/v1/shops/{shopId}/alerts', { params, signal }));
    },
    ...endless,
  });
}
