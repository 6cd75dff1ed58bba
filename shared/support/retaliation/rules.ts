import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { ShopId } from '../../kernel/ids.ts';

/** What the marketplace has said of a buyer in one shop. */
export interface Conduct {
  /** When it granted their newest return or refund. */
  readonly refundGrantedAt?: EpochMilliseconds | undefined;
  /** Orders and refunds of theirs that it flagged, flags withdrawn since included: the shop had seen them. */
  readonly flags: number;
  /** Categories of fraud that it confirmed. */
  readonly frauds: readonly string[];
}

/** Why a block looks retaliatory; never a proof. */
export type Sign = 'afterRefund' | 'unconfirmedReview';

/** Two weeks: about as long as a seller remembers one refund among many. */
export const refundWindowMilliseconds = 14 * 86_400_000;

/**
 * What looks retaliatory about a block. In doubt nothing does: a buyer of whom the marketplace has said anything bad in this
 * shop may be blocked after a refund, too.
 */
export function signsOf(
  block: { readonly reason: string; readonly at: EpochMilliseconds },
  { refundGrantedAt, flags, frauds }: Conduct,
): readonly Sign[] {
  const sinceRefund = refundGrantedAt === undefined ? Number.POSITIVE_INFINITY : block.at - refundGrantedAt;
  const isAfterRefund =
    sinceRefund >= 0 && sinceRefund <= refundWindowMilliseconds && flags === 0 && frauds.length === 0;
  const isUnconfirmed = block.reason === 'abusive_review' && !frauds.includes('abusive_review');
  return [
    ...(isAfterRefund ? (['afterRefund'] as const) : []),
    ...(isUnconfirmed ? (['unconfirmedReview'] as const) : []),
  ];
}

/** A shop's blocks of some days, and how many of them show a sign. One that shows both is suspicious once. */
export interface BlockCounts {
  readonly shopId: ShopId;
  readonly blocks: number;
  readonly suspicious: number;
  readonly afterRefund: number;
  readonly unconfirmedReview: number;
}

const counted = ['blocks', 'suspicious', 'afterRefund', 'unconfirmedReview'] as const;

/** One line a shop, of all its days. */
function sumByShop(days: readonly BlockCounts[]): readonly BlockCounts[] {
  const sums = new Map<ShopId, BlockCounts>();
  for (const day of days) {
    const sum = sums.get(day.shopId);
    const added = counted.map((name) => [name, (sum?.[name] ?? 0) + day[name]]);
    sums.set(day.shopId, { shopId: day.shopId, ...Object.fromEntries(added) } as BlockCounts);
  }
  return [...sums.values()];
}

/** What the order depends on; so it tells where a report stands. */
export type Rank = Pick<BlockCounts, 'suspicious' | 'blocks' | 'shopId'>;

/** The larger share first, then the larger number, since 9 of 10 weigh more than 1 of 1 that nobody could average. */
export function byShare(one: Rank, other: Rank): number {
  // Not divided: equal shares have to be equal.
  const share = other.suspicious * one.blocks - one.suspicious * other.blocks;
  if (share !== 0) return share;
  if (one.suspicious !== other.suspicious) return other.suspicious - one.suspicious;
  return one.shopId < other.shopId ? -1 : Number(one.shopId > other.shopId);
}

/** The shops that have any suspicious block, from the position on; `next` when there are more of them. */
export function rankShops(
  days: readonly BlockCounts[],
  {
    limit,
    minBlocks,
    after,
  }: { readonly limit: number; readonly minBlocks: number; readonly after?: Rank | undefined },
): { readonly shops: readonly BlockCounts[]; readonly next?: Rank } {
  const ranked = sumByShop(days)
    .filter((shop) => shop.suspicious > 0 && shop.blocks >= minBlocks && (!after || byShare(after, shop) < 0))
    .toSorted(byShare);
  const shops = ranked.slice(0, limit);
  const last = shops.at(-1);
  return last && ranked.length > limit ? { shops, next: last } : { shops };
}

const dayMilliseconds = 86_400_000;

/** UTC dates, the newest last. */
export function lastDates(days: number, now: EpochMilliseconds): readonly string[] {
  return Array.from({ length: days }, (_, index) => dateOf(now - (days - 1 - index) * dayMilliseconds));
}

/** UTC date, `2026-11-22`. */
export function dateOf(at: EpochMilliseconds): string {
  return new Date(at).toISOString().slice(0, 10);
}
