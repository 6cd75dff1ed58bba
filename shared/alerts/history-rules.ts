import type { BuyerId } from '../kernel/ids.ts';
import { isFlagged } from './rules.ts';
import type { Alert } from './rules.ts';

/** Of a buyer's history in a shop: `alerts` about their orders and refunds, and how many of those nobody but us has raised. */
export interface HistoryChange {
  readonly alerts: number;
  readonly ourAlerts: number;
}

/** How the histories of buyers change with an alert: of two when it turns out to be about another buyer. A fraud outcome counts as a fraud. */
export function historyChanges(before: Alert | undefined, after: Alert): ReadonlyMap<BuyerId, HistoryChange> {
  const changes = new Map<BuyerId, HistoryChange>();
  const add = (alert: Alert | undefined, by: 1 | -1): void => {
    if (!alert || alert.kind === 'fraud_outcome') return;
    const { alerts, ourAlerts } = changes.get(alert.buyerId) ?? { alerts: 0, ourAlerts: 0 };
    changes.set(alert.buyerId, {
      alerts: alerts + by,
      ourAlerts: ourAlerts + (isFlagged(alert) && !alert.raisedThroughLink ? 0 : by),
    });
  };
  add(before, -1);
  add(after, 1);
  return new Map([...changes].filter(([, { alerts, ourAlerts }]) => alerts !== 0 || ourAlerts !== 0));
}
