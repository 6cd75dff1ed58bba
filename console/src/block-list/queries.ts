import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, itemsOf, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

export type Block = Schemas['Block'];

/** A block as it is shown, and the tag of that state, for `If-Match`. */
export interface TaggedBlock {
  readonly block: Block;
  readonly etag: string;
}

/** All live blocks, newest first: 1,000 at most, a hundred at once. What has come is there before the rest is. */
export function useAllBlocks() {
  const api = useApi();
  const { shopId } = useShop();
  const query = useInfiniteQuery({
    queryKey: queryKeys.blockList(shopId, {}),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: pageParameters(pageParam, 100) };
      return dataOf(api.GET('/v1/shops/{shopId}/blocks', { params, signal }));
    },
    ...endless,
    // Coverage grows without an entry of the live feed.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ coverage }) => coverage.state === 'applying')) ? 3000 : false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const blocks = useMemo(() => data && itemsOf(data, ({ blockId }) => blockId), [data]);
  return { query, blocks, isComplete: blocks !== undefined && !hasNextPage };
}

/** The live block of a buyer. While it is being applied to linked accounts, how far it is. */
export function useBlock(buyerId: string, isWanted = true) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.block(shopId, buyerId),
    queryFn: async ({ signal }): Promise<TaggedBlock> => {
      const call = api.GET('/v1/shops/{shopId}/blocks/{buyerId}', { params: { path: { shopId, buyerId } }, signal });
      const { response } = await call;
      return { block: await dataOf(call), etag: response.headers.get('ETag') ?? '*' };
    },
    enabled: isWanted,
    refetchInterval: ({ state }) => (state.data?.block.coverage.state === 'applying' ? 1000 : false),
  });
}

/** Whether there is no block of this buyer, or none any more. */
export const isNoBlock = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'not_found';
