import { useQuery } from '@tanstack/react-query';
import { verifyReceipt } from '../../../clients/receipt-verifier.ts';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import type { Waiver } from './queries.ts';

export interface CheckedReceipt {
  readonly text: string;
  readonly keys: string | undefined;
  readonly state: 'verified' | 'wrong' | 'unchecked';
}

/** The receipt of a granted waiver, checked here as anybody would. Each one is signed for the asking: one is enough for a page. */
export function useReceipt({ subjectType, subjectId }: Pick<Waiver, 'subjectType' | 'subjectId'>) {
  const api = useApi();
  const { shopId } = useShop();
  return useQuery({
    queryKey: queryKeys.receipt(shopId, subjectType, subjectId),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<CheckedReceipt> => {
      const params = { path: { shopId, subjectType, subjectId } };
      const path = '/v1/shops/{shopId}/waivers/{subjectType}/{subjectId}/receipt';
      const text = await dataOf(api.GET(path, { params, parseAs: 'text', signal }));
      const keySet = await dataOf(api.GET('/v1/waiver-keys', { signal })).catch(() => undefined);
      if (keySet === undefined) return { text, keys: undefined, state: 'unchecked' };
      const { isValid } = await verifyReceipt(text, keySet);
      return { text, keys: JSON.stringify(keySet), state: isValid ? 'verified' : 'wrong' };
    },
  });
}
