import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useShop } from '../session/shop-provider.tsx';
import { knownBuyersIn } from './known-names.ts';
import type { KnownBuyer } from './known-names.ts';
import { queryKeys } from './query-keys.ts';

/**
 * The shop's buyers that this page has loaded already, by ID; nothing is asked for.
 *
 * @param trigger looks again when it changes.
 */
export function useKnownBuyers(trigger?: unknown): ReadonlyMap<string, KnownBuyer> {
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useMemo(() => {
    const queries = cache.getQueryCache().findAll({ queryKey: queryKeys.shop(shopId) });
    const oldestFirst = queries.toSorted((one, other) => one.state.dataUpdatedAt - other.state.dataUpdatedAt);
    return knownBuyersIn(oldestFirst.map(({ state }) => state.data));
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cache, shopId, trigger]);
}
