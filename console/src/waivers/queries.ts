import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas, SellerClient } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import type { WaiverFilters } from './filter-rules.ts';

export type Waiver = Schemas['Waiver'];

/** Waivers, newest first, page by page. They are read again only when the live feed says so, and one asks for it. */
export function useWaivers(filters: WaiverFilters) {
  const api = useApi();
  const { shopId } = useShop();
  return useInfiniteQuery({
    queryKey: queryKeys.waiverList(shopId, filters),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: { ...filters, ...pageParameters(pageParam) } };
      return dataOf(api.GET('/v1/shops/{shopId}/waivers', { params, signal }));
    },
    staleTime: Number.POSITIVE_INFINITY,
    ...endless,
  });
}

const mostPages = 50;

/** One waiver; `null` where its order or refund has none. */
export function useWaiver(subjectType: Waiver['subjectType'], subjectId: string) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.waiver(shopId, subjectType, subjectId),
    queryFn: ({ signal }) => findWaiver(api, { shopId, subjectType, subjectId, signal }),
  });
}

interface Search {
  readonly shopId: string;
  readonly subjectType: Waiver['subjectType'];
  readonly subjectId: string;
  readonly signal: AbortSignal;
}

/** The API lists waivers and shows none alone: it is looked for from the newest on. */
async function findWaiver(
  api: SellerClient,
  { shopId, subjectType, subjectId, signal }: Search,
): Promise<Waiver | null> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const params = { path: { shopId }, query: { subjectType, ...pageParameters(cursor, 100) } };
    const { items, nextCursor } = await dataOf(api.GET('/v1/shops/{shopId}/waivers', { params, signal }));
    const found = items.find((waiver) => waiver.subjectId === subjectId);
    if (found) return found;
    if (nextCursor === undefined) return null;
    cursor = nextCursor;
  }
  return null;
}
