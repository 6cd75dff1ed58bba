import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

/**
 * Loads the Block List for the names on it: the activity itself holds none, so that it need not forget any.
 *
 * @returns when that was, in milliseconds since 1970.
 */
export function useBlockedNames(): number {
  const api = useApi();
  const { shopId } = useShop();
  const { dataUpdatedAt } = useQuery({
    queryKey: [...queryKeys.blocks(shopId), 'names'],
    queryFn: ({ signal }) => {
      const params = { path: { shopId }, query: { limit: 100 } };
      return dataOf(api.GET('/v1/shops/{shopId}/blocks', { params, signal }));
    },
  });
  return dataUpdatedAt;
}
