import type { BlockId, BuyerId } from '../kernel/ids.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { EvidenceCount } from '../link-groups/evidence-rules.ts';
import { longestWait } from '../kernel/words/longest-wait.ts';
import { withScope } from './scope-rules.ts';
import type { Gap, LinkedPeriod } from './scope-rules.ts';

export type BlockReason =
  | 'malicious_refund'
  | 'abusive_review'
  | 'order_abuse'
  | 'harassment'
  | 'suspected_fraud'
  | 'reseller_abuse'
  | 'other';
export type BlockScope = 'user_id_only' | 'linked_user_ids';
export type BlockDuration = '90_days' | 'permanent';

export interface Coverage {
  readonly state: 'applying' | 'complete';
  /** Accounts guarded so far, the root among them. */
  readonly guarded: number;
  /** Accounts that are to be guarded, the root among them. */
  readonly total: number;
}

export interface Block {
  readonly blockId: BlockId;
  /** The root: the buyer whom the seller chose. */
  readonly buyerId: BuyerId;
  /** As the seller confirmed it; absent once the buyer was erased. */
  readonly username?: string;
  readonly avatarUrl?: string;
  readonly reason: BlockReason;
  readonly note?: string;
  readonly scope: BlockScope;
  /** Of a block whose scope was changed: see `Reach`. */
  readonly linkedSince?: EpochMilliseconds | undefined;
  readonly linkedBefore?: readonly LinkedPeriod[] | undefined;
  /** Of a block that was removed and restored: see `Reach`. */
  readonly gaps?: readonly Gap[] | undefined;
  readonly duration: BlockDuration;
  readonly createdAt: EpochMilliseconds;
  readonly createdBy: string;
  readonly updatedAt?: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds;
  readonly coverage: Coverage;
  /** Of a linked scope whose coverage was complete: how many accounts it covers by which kind of evidence. */
  readonly links?: readonly EvidenceCount[];
  /** 1 when it is made, one more with each change of a seller's and with its end, so that what is told of it has an order. */
  readonly revision: number;
  /** The alert that it was made from. */
  readonly alertId?: string;
}

/** Beyond every clock, and a number, so that one comparison serves both durations. */
export const never: EpochMilliseconds = Number.MAX_SAFE_INTEGER;

export const ninetyDays = 90 * 86_400_000;

export function expiryOf(duration: BlockDuration, now: EpochMilliseconds): EpochMilliseconds {
  return duration === 'permanent' ? never : now + ninetyDays;
}

/** A block counts for nothing from the instant `expiresAt`, whenever DynamoDB deletes it. */
export function isLive(block: { readonly expiresAt: EpochMilliseconds }, now: EpochMilliseconds): boolean {
  return now < block.expiresAt;
}

export function versionOf({ blockId, revision }: Block): EntityVersion {
  return { id: blockId, revision };
}

/** What `If-Match` is compared with: none for a block that is not there to be changed. */
export function versionOfLive(block: Block | undefined, now: EpochMilliseconds): EntityVersion | undefined {
  return block && isLive(block, now) ? versionOf(block) : undefined;
}

/** The shop's ledger: who takes a place until when, and how many new blocks each day had. */
export interface Ledger {
  readonly places: Readonly<Record<BuyerId, EpochMilliseconds>>;
  /** By the day's key. */
  readonly newBlocks: Readonly<Record<string, number>>;
}

export function placesUsed(ledger: Ledger, now: EpochMilliseconds): number {
  return Object.values(ledger.places).filter((expiresAt) => now < expiresAt).length;
}

/** What a block does to the ledger that takes a place there; each part is a condition of the write as well. */
export interface LedgerPlan {
  /** The root's own place, expired but not dropped yet: it is overwritten, if it still reads so. */
  readonly replaces: EpochMilliseconds | undefined;
  /** Expired places of others to drop, each conditioned on the value read. */
  readonly drops: readonly { readonly buyerId: BuyerId; readonly expiresAt: EpochMilliseconds }[];
  /** Counters of days long past. */
  readonly forgets: readonly string[];
}

export type PlaceDecision =
  | { readonly type: 'add'; readonly plan: LedgerPlan }
  /** More expired places than one write can drop stand in the way: drop these, and decide again. */
  | { readonly type: 'prune'; readonly drops: LedgerPlan['drops'] }
  | { readonly type: 'already_blocked' }
  | { readonly type: 'block_list_full' };
export type AddDecision = PlaceDecision | { readonly type: 'daily_block_limit_reached' };

/** An expression holds 4 KB and 300 operators: this many drops, each with its condition, stay below both. */
const mostDrops = 100;
const mostForgets = 20;
/** Two writers' clocks may differ, and a zone may change: yesterday's counter must outlive yesterday. */
const keepDays = 3 * 86_400_000;

/** Whether a new block fits the shop's quotas, in the order in which refusals are told. */
export function decideAdd(
  ledger: Ledger,
  root: BuyerId,
  quotas: { readonly blocks: number; readonly newBlocksPerDay: number },
  day: { readonly key: string; readonly startsAt: EpochMilliseconds },
  now: EpochMilliseconds,
): AddDecision {
  const place = decidePlace(ledger, root, quotas.blocks, now);
  if (place.type === 'already_blocked' || place.type === 'block_list_full') return place;
  if ((ledger.newBlocks[day.key] ?? 0) >= quotas.newBlocksPerDay) return { type: 'daily_block_limit_reached' };
  if (place.type === 'prune') return place;
  const forgets = Object.keys(ledger.newBlocks)
    .filter((key) => Date.parse(key) < day.startsAt - keepDays)
    .slice(0, mostForgets);
  return { type: 'add', plan: { ...place.plan, forgets } };
}

/** Whether a block finds a place on the list, of whichever day it is. */
export function decidePlace(ledger: Ledger, root: BuyerId, most: number, now: EpochMilliseconds): PlaceDecision {
  const own = Object.hasOwn(ledger.places, root) ? ledger.places[root] : undefined;
  if (own !== undefined && now < own) return { type: 'already_blocked' };
  if (placesUsed(ledger, now) >= most) return { type: 'block_list_full' };

  const drops = Object.entries(ledger.places)
    .filter(([buyerId, expiresAt]) => buyerId !== root && expiresAt <= now)
    .slice(0, mostDrops)
    .map(([buyerId, expiresAt]) => ({ buyerId, expiresAt }));
  // The write's condition sees the map before the update, so what it drops is added to the limit.
  const placesLeftByDrops = Object.keys(ledger.places).length - drops.length - (own === undefined ? 0 : 1);
  if (placesLeftByDrops >= most) return { type: 'prune', drops };
  return { type: 'add', plan: { replaces: own, drops, forgets: [] } };
}

/** The change of a live block: a duration counts from now; `null` takes the note off; reason `other` needs its note. */
export interface BlockChange {
  readonly duration?: BlockDuration | undefined;
  readonly reason?: BlockReason | undefined;
  readonly scope?: BlockScope | undefined;
  readonly note?: string | null | undefined;
}

export function changeBlock(block: Block, change: BlockChange, now: EpochMilliseconds): Block | 'note_missing' {
  const reason = change.reason ?? block.reason;
  const { note: before, ...rest } = withScope(block, change.scope ?? block.scope, now, longestWait);
  const note = change.note === undefined ? before : (change.note ?? undefined);
  // An erased buyer's block has lost its note, and can still be extended.
  const needsNote = reason === 'other' && (block.reason !== 'other' || change.note === null);
  if (needsNote && note === undefined) return 'note_missing';
  const duration = change.duration ?? block.duration;
  return {
    ...rest,
    reason,
    ...(note === undefined ? {} : { note }),
    duration,
    expiresAt: change.duration === undefined ? block.expiresAt : expiryOf(duration, now),
    updatedAt: now,
    revision: block.revision + 1,
  };
}
