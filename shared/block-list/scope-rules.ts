import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Block, BlockScope } from './rules.ts';

/** A time in which a block covered linked accounts. */
export interface LinkedPeriod {
  readonly from: EpochMilliseconds;
  readonly until: EpochMilliseconds;
}

/** A time between a removal of a block and its restoration: it covered nobody. */
export type Gap = LinkedPeriod;

/** Whom a block covers beside its root, and since when; and whom it covered before a seller changed that. */
export interface Reach {
  readonly scope: BlockScope;
  readonly createdAt: EpochMilliseconds;
  /** Since when its scope is linked, of a block that was widened: absent while that is since its start. Tells the entries of this period from earlier ones. */
  readonly linkedSince?: EpochMilliseconds | undefined;
  /** Periods that are over, in order, as far back as an order's event can wait. */
  readonly linkedBefore?: readonly LinkedPeriod[] | undefined;
  /** Times of a restored block in which it was removed, in order, as far back as an order's event can wait. */
  readonly gaps?: readonly Gap[] | undefined;
}

/** Whether a block was removed at an instant, and restored later. */
export function isInGap({ gaps = [] }: Pick<Reach, 'gaps'>, at: EpochMilliseconds): boolean {
  return gaps.some(({ from, until }) => from <= at && at < until);
}

/**
 * The same block with another scope. Each period begins after the one before, whatever the clocks of two writers say, so
 * that its beginning names it.
 *
 * @param remember for how long an ended period can still matter, in milliseconds.
 */
export function withScope(block: Block, scope: BlockScope, now: EpochMilliseconds, remember: number): Block {
  if (scope === block.scope) return block;
  const { linkedSince, linkedBefore = [], links: _links, ...rest } = block;
  if (scope === 'linked_user_ids') {
    return {
      ...rest,
      scope,
      linkedSince: Math.max(now, linkedBefore.at(-1)?.until ?? block.createdAt),
      ...(linkedBefore.length > 0 ? { linkedBefore } : {}),
      // The root is guarded; its linked accounts are counted by the job that guards them.
      coverage: { state: 'applying', guarded: 1, total: 1 },
    };
  }
  const from = linkedSince ?? block.createdAt;
  const kept = linkedBefore.filter(({ until }) => until > now - remember);
  return {
    ...rest,
    scope,
    linkedBefore: withoutShortGaps([...kept, { from, until: Math.max(now, from + 1) }]),
    coverage: { state: 'complete', guarded: 1, total: 1 },
  };
}

/**
 * Whether a block covered linked accounts at an instant.
 *
 * @param latest the beginning of the last period that counts: an account's entry stands for its own and those before.
 */
export function coversLinked(
  { scope, createdAt, linkedSince = createdAt, linkedBefore = [] }: Reach,
  at: EpochMilliseconds,
  latest: EpochMilliseconds = Number.POSITIVE_INFINITY,
): boolean {
  const present = scope === 'linked_user_ids' ? [{ from: linkedSince, until: Number.POSITIVE_INFINITY }] : [];
  return [...linkedBefore, ...present].some(({ from, until }) => from <= latest && from <= at && at < until);
}

/** The instant before which every period is over: entries of periods that began earlier guard nobody any more. */
export function earlierThan({ scope, createdAt, linkedSince, linkedBefore = [] }: Reach): EpochMilliseconds {
  return scope === 'linked_user_ids' ? (linkedSince ?? createdAt) : (linkedBefore.at(-1)?.until ?? createdAt);
}

/** What an item holds of them is bounded, however often a seller changes their mind. */
const mostPeriods = 20;

/** Too many become fewer over the shortest gap: an order in it is shown to the seller, rather than one in a period missed. */
function withoutShortGaps(periods: readonly LinkedPeriod[]): readonly LinkedPeriod[] {
  if (periods.length <= mostPeriods) return periods;
  const gaps = periods.slice(1).map(({ from }, index) => from - (periods[index] as LinkedPeriod).until);
  const shortest = gaps.indexOf(Math.min(...gaps));
  const [before, after] = [periods[shortest], periods[shortest + 1]] as [LinkedPeriod, LinkedPeriod];
  return periods.toSpliced(shortest, 2, { from: before.from, until: after.until });
}
