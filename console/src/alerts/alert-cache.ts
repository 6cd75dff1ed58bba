import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../api/query-keys.ts';
import { changeListed } from '../live/cache-updates.ts';
import { withAnswer } from './action-rules.ts';
import type { ShownAlert } from './act-queries.ts';

/** What an action has answered stands on every page at once; what follows from it is read again. */
export function takeAnswer(cache: QueryClient, shopId: string, { alert: answer, etag }: ShownAlert): void {
  const { alertId } = answer;
  changeListed(cache, shopId, (alert) => (alert.alertId === alertId ? withAnswer(alert, answer) : alert));
  cache.setQueryData<ShownAlert>(queryKeys.alert(shopId, alertId), (shown) =>
    shown && shown.alert.revision <= answer.revision ? { alert: withAnswer(shown.alert, answer), etag } : shown,
  );
  const others = [queryKeys.dashboard(shopId), queryKeys.waivers(shopId), queryKeys.activity(shopId)];
  for (const queryKey of others) void cache.invalidateQueries({ queryKey });
  // Lists of whole alerts keep their rows: see `changeListed`. What is short is read again.
  void cache.invalidateQueries({
    queryKey: queryKeys.alerts(shopId),
    predicate: ({ queryKey }) => queryKey[3] !== 'list' && queryKey[3] !== 'one',
  });
}
