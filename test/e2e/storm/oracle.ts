import type { Broken, Storm, StormShop } from './generate.ts';
import type { Story } from './stories.ts';

/** What the API must say of one shop. */
export interface Expected {
  /** `<kind> <subject ID>` → status, one for each alert. */
  readonly alerts: Readonly<Record<string, string>>;
  readonly openAlerts: Readonly<Record<'security_alert_order' | 'risk_refund', number>>;
  /** Calendar date in the shop's zone → category → how many. */
  readonly fraud: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Date and currency → sum, in millionths. */
  readonly amounts: Readonly<Record<string, bigint>>;
}

/**
 * What must stand once all was worked on.
 *
 * @param corrected whether the broken events have been corrected and sent again; until then stories that lack one say nothing.
 */
export function expectShop(storm: Storm, shop: StormShop, corrected: boolean): Expected {
  const stories = storm.stories.filter(({ shopId }) => shopId === shop.shopId);
  const told = stories.filter((story) => corrected || !lacks(story, storm.broken));
  const alerts = told.flatMap(({ alert }) => alert ?? []);
  const openOf = (kind: string) => alerts.filter((alert) => alert.kind === kind && alert.status === 'open').length;
  const fraud: Record<string, Record<string, number>> = {};
  const amounts: Record<string, bigint> = {};
  for (const { outcome } of told) {
    if (!outcome) continue;
    const date = dateIn(shop.timeZone, outcome.occurredAt);
    const ofDay = (fraud[date] ??= {});
    ofDay[outcome.category] = (ofDay[outcome.category] ?? 0) + 1;
    if (!outcome.amount) continue;
    const name = `${date} ${outcome.amount.currency}`;
    amounts[name] = (amounts[name] ?? 0n) + toMillionths(outcome.amount.value);
  }
  return {
    alerts: Object.fromEntries(alerts.map(({ kind, subjectId, status }) => [`${kind} ${subjectId}`, status])),
    openAlerts: { security_alert_order: openOf('security_alert_order'), risk_refund: openOf('risk_refund') },
    fraud,
    amounts,
  };
}

/** Whether one of its events was broken. */
export function lacks(story: Story, broken: ReadonlyMap<string, Broken>): boolean {
  return story.events.some(({ detail }) => broken.has(String(detail['eventId'])));
}

/** A decimal without floating point. */
export function toMillionths(value: string): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(`${whole}${fraction.padEnd(6, '0')}`);
}

function dateIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(at);
}
