import { activityRetentionMilliseconds } from '../events/outbox.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { alertKey, alertsListing } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { Alert } from './rules.ts';

const attributes = [
  'alertId',
  'kind',
  'status',
  'revision',
  'subject',
  'orderId',
  'buyerId',
  'raisedThroughLink',
  'reasons',
  'riskScore',
  'amount',
  'severity',
  'respondBy',
  'deadlineGivenAt',
  'category',
  'about',
  'flaggedAt',
  'raisedAt',
  'changedAt',
  'withdrawnAt',
  'subjectClosedAt',
  'lastAction',
  'refusalIds',
  'verdict',
  'dismissedBy',
  'history',
  'announcedFor',
] as const satisfies readonly (keyof Alert)[];

/** The alert that an item holds. */
export function toAlert(item: Item | undefined): Alert | undefined {
  if (!item || item['status'] === undefined) return undefined;
  const present = attributes.filter((name) => item[name] !== undefined);
  return Object.fromEntries(present.map((name) => [name, item[name]])) as unknown as Alert;
}

/** Whether it still waits for somebody: it is listed by its deadline then, else by when it ended. */
export function isWaiting({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'open' || status === 'action_requested';
}

/** Digits that sort as the time does; an alert without a deadline comes behind all that have one. */
export function toSortable(at: EpochMilliseconds | undefined): string {
  return at === undefined ? '9'.repeat(15) : String(at).padStart(15, '0');
}

/** Where the alert stands in the lists. */
export function listingOf(shopId: ShopId, alert: Alert): { readonly listPk: string; readonly listSk: string } {
  const waiting = isWaiting(alert);
  return {
    listPk: alertsListing(shopId, alert.kind, waiting ? 'open' : 'closed'),
    listSk: `${toSortable(waiting ? alert.respondBy : alert.changedAt)}#${alert.alertId}`,
  };
}

/** The item of an alert. One that has ended is kept as long as the activity that tells of it. */
export function toAlertItem(shopId: ShopId, alert: Alert): Key & Record<string, unknown> {
  return {
    ...alertKey(shopId, alert.alertId),
    ...alert,
    shopId,
    ...listingOf(shopId, alert),
    ...(isWaiting(alert) ? {} : { ttl: toTtl(alert.changedAt + activityRetentionMilliseconds) }),
  };
}
