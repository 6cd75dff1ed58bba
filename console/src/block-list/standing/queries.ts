import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../../../clients/seller-client.ts';
import type { Schemas } from '../../../../clients/seller-client.ts';
import { useApi } from '../../api/api-provider.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { useShop } from '../../session/shop-provider.tsx';

export type Standing = Schemas['Standing'];
export type StandingBlock = Schemas['StandingBlock'];

/** Why orders of a buyer are stopped, or are not. Part of what is known of the buyer, and read again with it. */
export function useStanding(buyerId: string) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.standing(shopId, buyerId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/shops/{shopId}/buyers/{buyerId}/standing', { params: { path: { shopId, buyerId } }, signal }),
      ),
  });
}
