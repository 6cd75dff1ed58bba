import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useWrite } from '../api/use-write.ts';
import { useShop } from '../session/shop-provider.tsx';

/** State of the shop's access, and its quotas. It is answered also where access is not active. */
export function useAccess() {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.access(shopId),
    queryFn: ({ signal }) => dataOf(api.GET('/v1/shops/{shopId}/access', { params: { path: { shopId } }, signal })),
    // Access that is given comes by no other way: nobody has to load the page again for it.
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'active' ? 60_000 : false),
  });
}

/** Complains that the access has ended. Refused or not, what is shown is read again: a colleague may have been first. */
export function useFileComplaint(onDone: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  const readAgain = () => cache.invalidateQueries({ queryKey: queryKeys.access(shopId) });
  return useWrite<string, Schemas['AccessComplaint']>({
    send: async (text, key) => {
      const params = { path: { shopId }, header: { 'Idempotency-Key': key } };
      try {
        return await dataOf(api.POST('/v1/shops/{shopId}/access/complaint', { params, body: { text } }));
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'complaint_not_possible') void readAgain();
        throw error;
      }
    },
    onDone: () => {
      onDone();
      return readAgain();
    },
  });
}
