import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import type { TablePlace } from '../ui/use-table-place.ts';

/** Where somebody was in the inbox when they left it. */
interface InboxPlace {
  readonly search: string;
  readonly place?: TablePlace;
  /** They left it for one of its alerts, and have not been back. */
  readonly isReturn: boolean;
}

const keyOf = (shopId: string) => [...queryKeys.alerts(shopId), 'place'];
const placeOf = (cache: QueryClient, shopId: string) => cache.getQueryData<InboxPlace>(keyOf(shopId));

/** Whether this visit goes on where the last one ended: by the way back, or from an alert. */
export function useInboxPlace() {
  const cache = useQueryClient();
  const { shopId } = useShop();
  const { search } = useLocation();
  const isBackwards = useNavigationType() === 'POP';
  const [before] = useState(() => {
    const left = placeOf(cache, shopId);
    return left?.search === search && (isBackwards || left.isReturn) ? left : undefined;
  });
  useEffect(() => {
    cache.setQueryData<InboxPlace>(keyOf(shopId), (left) => ({ ...left, search, isReturn: false }));
  }, [cache, shopId, search]);
  const leave = useCallback(
    (place: TablePlace) => cache.setQueryData<InboxPlace>(keyOf(shopId), { search, place, isReturn: false }),
    [cache, shopId, search],
  );
  return { isBack: before !== undefined, place: before?.place, leave };
}

/** Of an alert's page: the way back to the list in which it stood. */
export function useWayBack(): string {
  const cache = useQueryClient();
  const { shopId, pathTo } = useShop();
  useEffect(() => {
    cache.setQueryData<InboxPlace>(keyOf(shopId), (left) => left && { ...left, isReturn: true });
  }, [cache, shopId]);
  return pathTo('alerts') + (placeOf(cache, shopId)?.search ?? '');
}
