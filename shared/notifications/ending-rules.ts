import { zoneAt } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import type { Block } from '../block-list/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId } from '../kernel/ids.ts';
import { minuteOfDay } from '../kernel/time-of-day.ts';

/** That a block ends at an instant. Extended, it has another end, which is told in its turn. */
export interface BlockEnd {
  readonly blockId: BlockId;
  readonly buyerId: BuyerId;
  readonly expiresAt: EpochMilliseconds;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** When in the shop's day it is told. */
const toldAtMinute = 9 * 60;
/** So long before the end at the latest, unless quiet hours or a change of zone delay it. */
export const noticeMilliseconds = 7 * day;

/** A digest of what ends: the shop's date on which it is told, and so one a day, whatever becomes of the zone; and when it is due. */
export interface EndingDigest {
  readonly name: string;
  readonly due: EpochMilliseconds;
}

/**
 * The digest that tells of an end: the last nine o'clock in the shop that leaves it seven days or more. The zone is the one
 * in force then.
 */
export function endingDigestOf(
  { expiresAt }: Pick<BlockEnd, 'expiresAt'>,
  zones: Pick<Access, 'timeZone' | 'nextTimeZone'>,
): EndingDigest {
  const latest = expiresAt - noticeMilliseconds;
  const zone = zoneAt(zones, latest);
  const sinceMidnight = minuteOfDay(zone, latest);
  const back = sinceMidnight >= toldAtMinute ? sinceMidnight - toldAtMinute : sinceMidnight - toldAtMinute + 24 * 60;
  const near = Math.floor(latest / minute) * minute - back * minute;
  // Clocks that were moved in between have made it another hour.
  const due = near + (toldAtMinute - minuteOfDay(zone, near)) * minute;
  return { name: endingDigestName(zone, due), due };
}

/** Where that day's digest has been sent already: the next day's. */
export function nextEndingDigest(
  { due }: EndingDigest,
  zones: Pick<Access, 'timeZone' | 'nextTimeZone'>,
): EndingDigest {
  const next = due + day;
  return { name: endingDigestName(zoneAt(zones, next), next), due: next };
}

function endingDigestName(zone: string, at: EpochMilliseconds): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return `ends.${date.format(at)}`;
}

/** Whether a digest's name is one of these. */
export function isEndingDigest(digest: string): boolean {
  return digest.startsWith('ends.');
}

/**
 * Those that still end so, the earliest first: not those that were removed or extended meanwhile, nor those that have ended.
 *
 * @param blocks as they are now.
 */
export function stillEnding(
  ends: readonly BlockEnd[],
  blocks: readonly Block[],
  now: EpochMilliseconds,
): readonly BlockEnd[] {
  const byBuyer = new Map(blocks.map((block) => [block.buyerId, block]));
  return ends
    .filter(({ buyerId, blockId, expiresAt }) => {
      const block = byBuyer.get(buyerId);
      return block?.blockId === blockId && block.expiresAt === expiresAt && expiresAt > now;
    })
    .toSorted((a, b) => a.expiresAt - b.expiresAt);
}
