import type { Schemas } from '../../../clients/seller-client.ts';

type Alert = Schemas['Alert'];

/** `changed`: another state than when it came to the page. `gone`: the list has it no more, and what it is now is not known here. */
export type RowMark = 'changed' | 'gone';

export interface Row {
  readonly alert: Alert;
  readonly mark?: RowMark;
}

export interface SettledRows {
  readonly rows: readonly Row[];
  /** IDs of those that the list has and the page does not show yet. */
  readonly waiting: readonly string[];
}

/**
 * The rows of a list that is being read while it changes: each stays where a person saw it. What the list has brought since
 * is added at the end, where the list goes on; in between it waits.
 *
 * @param shown the alerts as they were when they came to the page, in its order; empty shows the list as it is.
 * @param latest the list as far as it was loaded, in its own order.
 * @param hasMore the list goes on behind `latest`.
 */
export function settle(shown: readonly Alert[], latest: readonly Alert[], hasMore: boolean): SettledRows {
  if (shown.length === 0) return { rows: latest.map((alert) => ({ alert })), waiting: [] };
  const byId = new Map(latest.map((alert) => [alert.alertId, alert]));
  const known = new Set(shown.map(({ alertId }) => alertId));
  const lastShown = shown.findLastIndex(({ alertId }) => byId.has(alertId));
  const lastKnown = latest.findLastIndex(({ alertId }) => known.has(alertId));
  const rows = shown.map((before, index): Row => {
    const alert = byId.get(before.alertId);
    // Behind the last one that the list still has, it may only not be loaded so far.
    if (!alert) return hasMore && index > lastShown ? { alert: before } : { alert: before, mark: 'gone' };
    return alert.revision === before.revision ? { alert } : { alert, mark: 'changed' };
  });
  const isNew = ({ alertId }: Alert): boolean => !known.has(alertId);
  // Where nothing is known any more, nothing says where the list goes on.
  const added = lastKnown < 0 ? [] : latest.slice(lastKnown + 1).filter(isNew);
  const waiting = latest.slice(0, lastKnown < 0 ? undefined : lastKnown).filter(isNew);
  return { rows: [...rows, ...added.map((alert) => ({ alert }))], waiting: waiting.map(({ alertId }) => alertId) };
}

/** What to compare with next time: rows that are shown keep the state in which they came. */
export function shownAfter(shown: readonly Alert[], { rows }: SettledRows): readonly Alert[] {
  return rows.length === shown.length ? shown : [...shown, ...rows.slice(shown.length).map(({ alert }) => alert)];
}
