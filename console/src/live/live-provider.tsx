import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useShop } from '../session/shop-provider.tsx';
import { LiveConnection } from './browser-connection.ts';
import type { LiveState } from './browser-connection.ts';
import { applyNews, reloadShop } from './cache-updates.ts';
import { raisedAfter } from './raised-rules.ts';
import type { RaisedAlert } from './raised-rules.ts';

interface Live {
  readonly state: LiveState;
  /** Alerts raised since the lists were last loaded: they wait behind "3 new". */
  readonly newAlerts: number;
  /** The same, as the feed told it. */
  readonly raised: readonly RaisedAlert[];
  readonly showNewAlerts: () => void;
}

const Context = createContext<Live>({ state: 'connecting', newAlerts: 0, raised: [], showNewAlerts: () => {} });

export const useLive = (): Live => use(Context);

/** Listens to one shop's feed while its pages are open. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const { shopId } = useShop();
  const api = useApi();
  const cache = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [raised, setRaised] = useState<readonly RaisedAlert[]>([]);

  useEffect(() => {
    const params = { path: { shopId } };
    const connection = new LiveConnection({
      newTicket: () => dataOf(api.POST('/v1/shops/{shopId}/live-ticket', { params })),
      onState: (next) => {
        setState(next);
        // Perhaps the shop's access has ended: only that says why.
        if (next === 'stopped') void cache.invalidateQueries({ queryKey: queryKeys.access(shopId) });
      },
      onReload: () => reloadShop(cache, shopId),
      onNews: (news) => {
        applyNews(cache, shopId, news);
        setRaised((before) => raisedAfter(before, news));
      },
    });
    return () => connection.close();
  }, [shopId, api, cache]);

  const showNewAlerts = useCallback(() => {
    setRaised([]);
    void cache.invalidateQueries({ queryKey: ['shop', shopId, 'alerts'] });
  }, [cache, shopId]);
  const value = useMemo(
    () => ({ state, newAlerts: raised.length, raised, showNewAlerts }),
    [state, raised, showNewAlerts],
  );
  return <Context value={value}>{children}</Context>;
}
