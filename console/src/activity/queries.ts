import { useInfiniteQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

export type Activity = Schemas['Activity'];

/** What happened, newest first. It is read again only when the live feed says that there is more, and one asks for it. */
export function useActivity() {
  const api = useApi();
  const { shopId } = useShop();
  return useInfiniteQuery({
    queryKey: queryKeys.activityList(shopId),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: pageParameters(pageParam) };
      return dataOf(api.GET('/v1/shops/{shopId}/activity', { params, signal }));
    },
    staleTime: Number.POSITIVE_INFINITY,
    ...endless,
  });
}
