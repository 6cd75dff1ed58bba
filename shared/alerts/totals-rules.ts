import type { TotalsChange } from '../stats/rules.ts';
import type { WaiverStatus } from '../kernel/words/waivers.ts';
import type { Alert } from './rules.ts';

interface WaiverChange {
  readonly before: { readonly status: WaiverStatus } | undefined;
  readonly after: { readonly status: WaiverStatus };
}

/** How a shop's totals change with an alert: `open#<kind>` and `action_requested#<kind>` count those that wait, `waivers#<status>` all waivers. */
export function totalsOf(before: Alert | undefined, after: Alert, waiver: WaiverChange | undefined): TotalsChange {
  const change: Record<string, number> = {};
  const add = (attribute: string | undefined, by: 1 | -1): void => {
    if (attribute !== undefined) change[attribute] = (change[attribute] ?? 0) + by;
  };
  add(waitingAs(before), -1);
  add(waitingAs(after), 1);
  add(waiver?.before && `waivers#${waiver.before.status}`, -1);
  add(waiver && `waivers#${waiver.after.status}`, 1);
  return Object.fromEntries(Object.entries(change).filter(([, by]) => by !== 0));
}

function waitingAs(alert: Alert | undefined): string | undefined {
  const waits = alert?.status === 'open' || alert?.status === 'action_requested';
  return waits ? `${alert.status}#${alert.kind}` : undefined;
}
