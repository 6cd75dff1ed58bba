import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

/** About whom the alert is from which somebody came. */
export function useAlertBuyer(alertId: string | null) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: [...queryKeys.alerts(shopId), 'buyer', alertId],
    queryFn: ({ signal }) => {
      const params = { path: { shopId, alertId: alertId ?? '' } };
      return dataOf(api.GET('/v1/shops/{shopId}/alerts/{alertId}', { params, signal }));
    },
    select: (alert) => ({ alertId: alert.alertId, buyerId: alert.buyer.buyerId }),
    enabled: alertId !== null,
  });
}

/** The open alert that is due first, apart from the one that was worked on. */
export function useNextAlert(alertId: string | null) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: [...queryKeys.alerts(shopId), 'next'],
    queryFn: ({ signal }) => {
      const params = { path: { shopId }, query: { status: 'open' as const, limit: 5 } };
      return dataOf(api.GET('/v1/shops/{shopId}/alerts', { params, signal }));
    },
    select: ({ items }) => items.find((alert) => alert.alertId !== alertId)?.alertId,
  });
}
