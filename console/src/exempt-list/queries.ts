import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { endless, pageParameters } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useWrite } from '../api/use-write.ts';
import { useShop } from '../session/shop-provider.tsx';

export type Exemption = Schemas['Exemption'];

/** The exempt list, newest first: 100 at most, which are one page. */
export function useExemptions() {
  const api = useApi();
  const { shopId } = useShop();
  return useInfiniteQuery({
    queryKey: queryKeys.exemptionList(shopId),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { shopId }, query: pageParameters(pageParam, 100) };
      return dataOf(api.GET('/v1/shops/{shopId}/exemptions', { params, signal }));
    },
    ...endless,
  });
}

/** The exemption of a buyer who has one. */
export function useExemption(buyerId: string, isWanted: boolean) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.exemption(shopId, buyerId),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/shops/{shopId}/exemptions/{buyerId}', { params: { path: { shopId, buyerId } }, signal })),
    enabled: isWanted,
  });
}

/** Exempts a buyer from blocks through links. */
export function useExempt(onDone: (exemption: Exemption) => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<Schemas['NewExemption'], Exemption>({
    send: (body, key) =>
      dataOf(
        api.POST('/v1/shops/{shopId}/exemptions', {
          params: { path: { shopId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    onDone: (exemption) => {
      readAgain(cache, shopId);
      onDone(exemption);
    },
  });
}

/** Takes a buyer off the list. */
export function useEndExemption(onDone: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<{ readonly buyerId: string }, void>({
    send: async ({ buyerId }, key) => {
      const header = { 'Idempotency-Key': key };
      await api.DELETE('/v1/shops/{shopId}/exemptions/{buyerId}', { params: { path: { shopId, buyerId }, header } });
    },
    onDone: (_answer, { buyerId }) => {
      onDone();
      cache.removeQueries({ queryKey: queryKeys.exemption(shopId, buyerId) });
      readAgain(cache, shopId);
    },
  });
}

function readAgain(cache: QueryClient, shopId: string): void {
  const { exemptions, buyers, activity } = queryKeys;
  for (const key of [exemptions, buyers, activity]) void cache.invalidateQueries({ queryKey: key(shopId) });
}
