import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

/** State of the shop's access, and its quotas. It is answered also where access is not active. */
export function useAccess() {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.access(shopId),
    queryFn: ({ signal }) => dataOf(api.GET('/v1/shops/{shopId}/access', { params: { path: { shopId } }, signal })),
    // Access that is given comes by no other way: nobody has to load the page again for it.
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'active' ? 60_000 : false),
  });
}
