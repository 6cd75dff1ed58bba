import { exactNumber } from '../table/exact-number.ts';
import { toTtl } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { dayStatsKey, totalsKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import { dayStatsRetentionMilliseconds } from './rules.ts';
import type { DayStatsChange, TotalsChange } from './rules.ts';

/** Counts into a shop's totals, in the transaction of what is counted; nothing when nothing changes. */
export function addTotals(shopId: ShopId, change: TotalsChange): Write | undefined {
  const added = additions(Object.entries(change));
  if (!added) return undefined;
  return { update: totalsKey(shopId), expression: `ADD ${added.expression}`, names: added.names, values: added.values };
}

/** Counts into one of the shop's days, in the transaction of what is counted. DynamoDB adds decimals exactly, up to 38 digits. */
export function addDayStats(shopId: ShopId, change: DayStatsChange): Write {
  const { amount, sums = {} } = change;
  const added = additions([
    ...Object.entries(change.counts),
    ...Object.entries(sums).map(([attribute, sum]) => [attribute, exactNumber(sum)] as const),
    ...(amount ? [[`amount#${amount.currency}`, exactNumber(amount.value)] as const] : []),
  ]);
  return {
    update: dayStatsKey(shopId, change.dayKey),
    // The first to count names the day: an event that comes after a second change of the zone may not rename it.
    expression: `SET #date = if_not_exists(#date, :date), #ttl = :ttl ADD ${added?.expression}`,
    names: { '#date': 'date', '#ttl': 'ttl', ...added?.names },
    values: { ':date': change.date, ':ttl': toTtl(change.endsAt + dayStatsRetentionMilliseconds), ...added?.values },
  };
}

function additions(entries: readonly (readonly [string, unknown])[]) {
  if (entries.length === 0) return undefined;
  return {
    expression: entries.map((_, index) => `#add${index} :add${index}`).join(', '),
    names: Object.fromEntries(entries.map(([attribute], index) => [`#add${index}`, attribute])),
    values: Object.fromEntries(entries.map(([, by], index) => [`:add${index}`, by])),
  };
}
