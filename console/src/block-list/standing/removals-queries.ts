import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dataOf } from '../../../../clients/seller-client.ts';
import { useApi } from '../../api/api-provider.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { useWrite } from '../../api/use-write.ts';
import { useShop } from '../../session/shop-provider.tsx';
import { readAgain } from '../change-queries.ts';
import { removalsIn } from './removal-rules.ts';

/** Removals of the last minutes that can be undone, whoever made them, and in whichever window. */
export function useRemovals() {
  const api = useApi();
  const { shopId } = useShop();
  const { data } = useQuery({
    queryKey: queryKeys.removals(shopId),
    queryFn: ({ signal }) => {
      const params = { path: { shopId }, query: { limit: 100 } };
      return dataOf(api.GET('/v1/shops/{shopId}/activity', { params, signal }));
    },
  });
  return useMemo(() => removalsIn(data?.items ?? []), [data]);
}

/** Brings a removed block back. Whatever shows blocks, quotas or this buyer is read again, also when it was too late. */
export function useRestoreBlock(buyerId: string, onDone: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<{ readonly blockId: string }, void>({
    send: async (body, key) => {
      const params = { path: { shopId, buyerId }, header: { 'Idempotency-Key': key } };
      try {
        await api.POST('/v1/shops/{shopId}/blocks/{buyerId}/restore', { params, body });
      } finally {
        readAgain(cache, shopId);
      }
    },
    onDone,
  });
}
