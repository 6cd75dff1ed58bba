import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

export type Dashboard = Schemas['Dashboard'];

/** So many of the shop's days, today among them. */
export const shownDays = 7;

export function useDashboard() {
  const api = useApi();
  const { shopId } = useShop();
  const params = { path: { shopId }, query: { days: shownDays } };
  return useQuery({
    queryKey: queryKeys.dashboard(shopId, shownDays),
    queryFn: ({ signal }) => dataOf(api.GET('/v1/shops/{shopId}/dashboard', { params, signal })),
  });
}

export function useOpenAlertCount(): number {
  const open = useDashboard().data?.openAlerts;
  return open ? open.security_alert_order + open.risk_refund : 0;
}
