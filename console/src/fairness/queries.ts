import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

/** As far back as the marketplace's report looks. */
export const fairnessDays = 90;

/** What the marketplace's report says of this shop. */
export function useFairness() {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.fairness(shopId),
    queryFn: ({ signal }) => {
      const params = { path: { shopId }, query: { days: fairnessDays } };
      return dataOf(api.GET('/v1/shops/{shopId}/fairness', { params, signal }));
    },
  });
}
