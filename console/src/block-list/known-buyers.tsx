import { useQuery, useQueryClient } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import type { Buyer } from '../lookup/queries.ts';
import type { KnownBuyer } from '../lookup/look-alike-rules.ts';
import { useShop } from '../session/shop-provider.tsx';
import { useAllBlocks } from './queries.ts';

/** Buyers whose names the page can know: blocked ones, those of the newest alerts, and those who were looked at. */
export function useKnownBuyers(): readonly KnownBuyer[] {
  const { shopId } = useShop();
  const cache = useQueryClient();
  const { blocks = [] } = useAllBlocks();
  const { data: alerts = [] } = useAlertBuyers();
  const ofBuyer = queryKeys.buyer(shopId, '');
  // What else is kept of a buyer, such as their standing, has a longer key.
  const read = cache.getQueriesData<Buyer>({
    queryKey: ofBuyer.slice(0, -1),
    predicate: ({ queryKey }) => queryKey.length === ofBuyer.length,
  });
  return [
    ...blocks.flatMap(({ buyerId, username, avatarUrl, createdAt }) =>
      username === undefined ? [] : [{ buyerId, username, avatarUrl, from: 'block' as const, at: createdAt }],
    ),
    ...alerts,
    ...read.flatMap(([, buyer]) => (buyer ? [{ ...buyer, from: 'lookup' as const }] : [])),
  ];
}

/** Of the newest hundred alerts, open ones first. */
function useAlertBuyers() {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: [...queryKeys.alerts(shopId), 'buyers'],
    queryFn: ({ signal }) => {
      const params = { path: { shopId }, query: { limit: 100 } };
      return dataOf(api.GET('/v1/shops/{shopId}/alerts', { params, signal }));
    },
    select: ({ items }): readonly KnownBuyer[] =>
      items.flatMap(({ buyer: { buyerId, username, avatarUrl }, raisedAt }) =>
        username === undefined ? [] : [{ buyerId, username, avatarUrl, from: 'alert', at: raisedAt }],
      ),
  });
}
