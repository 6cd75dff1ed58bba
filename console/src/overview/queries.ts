import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import { periods } from './period-rules.ts';
import type { Period } from './period-rules.ts';

export type Dashboard = Schemas['Dashboard'];

/** @param days of the shop's, today among them. */
export function useDashboard(days: Period = periods[0]) {
  const api = useApi();
  const { shopId } = useShop();
  const params = { path: { shopId }, query: { days } };
  return useQuery({
    queryKey: queryKeys.dashboard(shopId, days),
    // While another period loads, the one before stays: the page does not jump.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => dataOf(api.GET('/v1/shops/{shopId}/dashboard', { params, signal })),
  });
}

export function useOpenAlertCount(): number {
  const open = useDashboard().data?.openAlerts;
  return open ? open.security_alert_order + open.risk_refund : 0;
}
