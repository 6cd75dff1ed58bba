import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import type { SellerClient } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import type { ImportDraft } from './import-rules.ts';

/** What would become of each row. */
export function useTry() {
  const api = useApi();
  const { shopId } = useShop();
  return useMutation({ mutationFn: (text: string) => sendFile(api, shopId, text, true, crypto.randomUUID()) });
}

/** Blocks them. Sent again with the same key, it goes on where it was. */
export function useRun() {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useMutation({
    mutationFn: ({ text, key }: ImportDraft) => sendFile(api, shopId, text, false, key),
    onSettled: () => {
      const { blocks, access, buyers, alerts, activity, dashboard } = queryKeys;
      for (const key of [blocks, access, buyers, alerts, activity, dashboard])
        void cache.invalidateQueries({ queryKey: key(shopId) });
    },
  });
}

function sendFile(api: SellerClient, shopId: string, text: string, isDryRun: boolean, key: string) {
  const call = api.POST('/v1/shops/{shopId}/blocks/bulk', {
    params: {
      path: { shopId },
      query: { dryRun: isDryRun ? 'true' : 'false' },
      header: { 'Idempotency-Key': key },
    },
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
    body: text,
    bodySerializer: (body) => body,
  });
  return dataOf(call);
}
