import { useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { itemsOf } from '../api/pages.ts';
import type { Page } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useLive } from '../live/live-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { useNow } from '../ui/use-now.ts';
import { matches } from './filter-rules.ts';
import type { InboxFilters } from './filter-rules.ts';
import type { Alert, useInbox } from './queries.ts';
import { settle, shownAfter } from './settled-rows-rules.ts';
import type { Row } from './settled-rows-rules.ts';

export interface InboxRows {
  readonly rows: readonly Row[];
  /** How many wait to be shown. */
  readonly waiting: number;
  /** How many of the rows have left the list meanwhile. */
  readonly answered: number;
  /** Loads the list as it is now, from its head. */
  readonly showLatest: () => void;
}

/** The rows of the inbox, which stay where they are while the list changes; also when one comes back to them. */
export function useInboxRows(filters: InboxFilters, query: ReturnType<typeof useInbox>, isBack: boolean): InboxRows {
  const { shopId } = useShop();
  const cache = useQueryClient();
  const { raised, showNewAlerts } = useLive();
  const now = useNow(60);
  const remembered = [...queryKeys.alerts(shopId), 'shown', filters];
  const [shown, setShown] = useState(() => (isBack && cache.getQueryData<readonly Alert[]>(remembered)) || []);
  const { data, hasNextPage, isFetching } = query;
  const latest = useMemo(() => itemsOf(data, ({ alertId }) => alertId), [data]);
  const settled = useMemo(() => settle(shown, latest, hasNextPage), [shown, latest, hasNextPage]);

  useEffect(() => {
    // While the list is read for the first time, or again from its head, its rows may still come into their order.
    if (shown.length === 0 && isFetching) return;
    const after = shown.length === 0 ? latest : shownAfter(shown, settled);
    if (after.length !== shown.length) setShown(after);
    cache.setQueryData(remembered, after);
    // oxlint-disable-next-line react/exhaustive-deps -- the key is another only with other filters, and so is this
  }, [shown, latest, settled, isFetching]);

  const waiting = useMemo(() => {
    const known = new Set(settled.rows.map(({ alert }) => alert.alertId));
    const told = raised.filter((alert) => !known.has(alert.alertId) && matches(filters, alert, now));
    return new Set([...settled.waiting, ...told.map(({ alertId }) => alertId)]).size;
  }, [settled, raised, filters, now]);

  const showLatest = (): void => {
    setShown([]);
    // A long list begins again at its head, instead of being read to where one was.
    cache.setQueryData<InfiniteData<Page<Alert>>>(
      queryKeys.alertList(shopId, filters),
      (list) => list && { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) },
    );
    showNewAlerts();
    window.scrollTo(0, 0);
  };
  const isEmpty = data !== undefined && settled.rows.length === 0 && !isFetching;
  useEffect(() => {
    // An empty list has no row that could move away from under a pointer.
    if (isEmpty && waiting > 0) showLatest();
    // oxlint-disable-next-line react/exhaustive-deps -- what it does is the same, however often it is made
  }, [isEmpty, waiting]);
  const answered = settled.rows.filter((row) => hasLeft(filters, row)).length;
  return { rows: settled.rows, waiting, answered, showLatest };
}

/** Shown still, but no longer what the list is about. */
export function hasLeft({ view }: InboxFilters, { alert, mark }: Row): boolean {
  if (mark === 'gone') return true;
  if (view === 'open') return alert.status !== 'open';
  return view === 'waiting' && alert.status !== 'action_requested';
}
