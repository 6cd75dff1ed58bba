import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas, SellerClient } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import { waysToFind } from './find-rules.ts';
import type { FindBy } from './find-rules.ts';

export type Buyer = Schemas['BuyerOfShop'];

/** A buyer of this shop with their history here. It counts as a lookup, so that what was read a minute ago is shown again. */
export function useBuyer(buyerId: string) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.buyer(shopId, buyerId),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/shops/{shopId}/buyers/{buyerId}', { params: { path: { shopId, buyerId } }, signal })),
    staleTime: 60_000,
  });
}

/** The one buyer whom a typed text names, by any of its ways; the problem of the last one if none does. */
export function useFoundBuyer(term: string) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.buyerFound(shopId, { term }),
    queryFn: ({ signal }) => findBuyer(api, shopId, waysToFind(term), signal),
    enabled: term.trim() !== '',
    // A buyer who was not known may be by now; what was found is read again by ID.
    staleTime: 0,
    gcTime: 0,
  });
}

async function findBuyer(
  api: SellerClient,
  shopId: string,
  ways: readonly FindBy[],
  signal: AbortSignal,
): Promise<{ readonly buyerId: string; readonly username: string }> {
  let problem: unknown;
  for (const way of ways) {
    try {
      return await findBy(api, shopId, way, signal);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'buyer_not_found') throw error;
      problem ??= error;
    }
  }
  throw problem;
}

function findBy(api: SellerClient, shopId: string, way: FindBy, signal: AbortSignal) {
  if ('buyerId' in way) {
    const params = { path: { shopId, buyerId: way.buyerId } };
    return dataOf(api.GET('/v1/shops/{shopId}/buyers/{buyerId}', { params, signal }));
  }
  return dataOf(api.GET('/v1/shops/{shopId}/buyers', { params: { path: { shopId }, query: way }, signal }));
}
