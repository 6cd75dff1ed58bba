import type { Schemas } from '../../../clients/seller-client.ts';
import type { NewsFrame } from '../../../shared/contracts/http/live.ts';

type Alert = Schemas['Alert'];

/** What the feed says of an alert that no list shows yet. */
export interface RaisedAlert
  extends Readonly<Pick<Alert, 'alertId' | 'kind' | 'status' | 'severity' | 'respondBy' | 'revision'>> {
  readonly buyerId: string;
}

/** Of more than so many nobody counts. */
const most = 1000;

/** Those that wait to be shown, after some news: each as it is now, so that one that was answered meanwhile waits for nobody. */
export function raisedAfter(raised: readonly RaisedAlert[], news: readonly NewsFrame[]): readonly RaisedAlert[] {
  const told = news.filter(({ type }) => type.startsWith('alert.') || type === 'fraud.intercepted');
  if (told.length === 0) return raised;
  const byId = new Map(raised.map((alert) => [alert.alertId, alert]));
  for (const { type, data } of told) {
    const alert = data as unknown as RaisedAlert;
    const known = byId.get(alert.alertId);
    if (known ? alert.revision > known.revision : type !== 'alert.changed') byId.set(alert.alertId, alert);
  }
  return [...byId.values()].slice(-most);
}
