import { useInfiniteQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

/** Alerts about one buyer. A page can be empty and have a next one: the list is filtered as it is read. */
export function useBuyerAlerts(buyerId: string) {
  const api = useApi();
  const { shopId } = useShop();
  return useInfiniteQuery({
    queryKey: queryKeys.alertList(shopId, { buyerId }),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: { buyerId, ...pageParameters(pageParam) } };
      return dataOf(api.GET('/v1/shops/{shopId}/alerts', { params, signal }));
    },
    ...endless,
  });
}
