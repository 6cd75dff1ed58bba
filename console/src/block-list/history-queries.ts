import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, itemsOf, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import { historyOf } from './history-rules.ts';

/** The activity has no filter: so many pages of a hundred entries are read through before somebody asks for more. */
const pagesAtOnce = 3;

/** What happened to the blocks of a buyer, as far as the activity was read. */
export function useBlockHistory(buyerId: string) {
  const api = useApi();
  const { shopId } = useShop();
  const query = useInfiniteQuery({
    queryKey: queryKeys.activitySearched(shopId),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: pageParameters(pageParam, 100) };
      return dataOf(api.GET('/v1/shops/{shopId}/activity', { params, signal }));
    },
    ...endless,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const mustGoOn = (data?.pages.length ?? pagesAtOnce) < pagesAtOnce && hasNextPage;
  useEffect(() => {
    if (mustGoOn && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [mustGoOn, isFetching, isFetchNextPageError, fetchNextPage]);
  return {
    query,
    entries:
      data &&
      historyOf(
        itemsOf(data, ({ activityId }) => activityId),
        buyerId,
      ),
  };
}
