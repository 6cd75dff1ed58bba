import { useInfiniteQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';

export type Block = Schemas['Block'];

/** Live blocks, newest first, page by page. */
export function useBlocks(filters: Readonly<{ reason?: Block['reason'] }> = {}) {
  const api = useApi();
  const { shopId } = useShop();
  return useInfiniteQuery({
    queryKey: queryKeys.blockList(shopId, filters),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: { ...filters, ...pageParameters(pageParam) } };
      return dataOf(api.GET('/v1/shops/{shopId}/blocks', { params, signal }));
    },
    ...endless,
  });
}
