import type { GateAction } from '../kernel/words/gate.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';

export interface Check {
  readonly shopId: ShopId;
  readonly buyerId: BuyerId;
  readonly action: GateAction;
  /** What the order would be worth; decides nothing. */
  readonly amount?: OrderAmount;
}

export interface OrderAmount {
  /** Decimal. */
  readonly value: string;
  readonly currency: string;
}

/** The gate's hint: which blocks may guard this buyer. */
export interface Marker {
  readonly entries: readonly {
    readonly root: BuyerId;
    readonly blockId: BlockId;
    readonly expiresAt: EpochMilliseconds;
    /** Of the block when a linked account's entry was written; absent unless the block was widened before. */
    readonly linkedSince?: EpochMilliseconds | undefined;
  }[];
  /** The shop exempts this buyer from blocks through links. */
  readonly isExempt?: boolean;
}

/** What a marker may point to, as it was read: the truth. */
export interface ConfirmedBlock {
  readonly blockId: BlockId;
  readonly scope: 'user_id_only' | 'linked_user_ids';
  readonly linkedSince?: EpochMilliseconds | undefined;
  readonly expiresAt: EpochMilliseconds;
}

export type AllowReason = 'not_blocked' | 'action_not_gated' | 'marker_unreadable';
export type DenyReason = 'blocked' | 'block_unconfirmed' | 'marker_unreadable';

export type Verdict = { readonly decision: 'allow'; readonly reason: AllowReason; readonly degraded: boolean } | Denial;
export interface Denial {
  readonly decision: 'deny';
  readonly reason: DenyReason;
  readonly degraded: boolean;
  readonly matched?: Match;
}

export interface Match {
  readonly blockId: BlockId;
  /** `user_id_only` when the block names this buyer; `linked_user_ids` when it guards their link group. */
  readonly scope: 'user_id_only' | 'linked_user_ids';
}

/** The gate is about new orders: a blocked buyer still writes and still gets after-sales. */
export function isGated(action: GateAction): boolean {
  return action === 'place_order';
}

/**
 * The entries that have to be confirmed. A root's own entry is written by the same transactions as
 * its block, so its expiry is the truth; a linked account's entry can lag behind an extension, so only the block can say.
 * An exemption is written by its own transaction, and ended by a block's of this very buyer: it is the truth too, behind the
 * own entry and before all others.
 */
export function entriesToConfirm(
  buyerId: BuyerId,
  marker: Marker | undefined,
  now: EpochMilliseconds,
): Marker['entries'] {
  return (marker?.entries ?? []).filter((entry) =>
    entry.root === buyerId ? now < entry.expiresAt : !marker?.isExempt,
  );
}

/** Denies only for a block that is live, is the one the marker names, covers this buyer, in a shop whose access is active. */
export function decide(
  buyerId: BuyerId,
  entries: Marker['entries'],
  confirmed: { readonly accessIsActive: boolean; blockOf(root: BuyerId): ConfirmedBlock | undefined },
  now: EpochMilliseconds,
): Verdict {
  if (confirmed.accessIsActive) {
    for (const entry of entries) {
      const block = confirmed.blockOf(entry.root);
      if (!block || block.blockId !== entry.blockId || now >= block.expiresAt) continue;
      // An entry of a linked scope that the block has had before says nothing of the links of now.
      const coversByLink = block.scope === 'linked_user_ids' && block.linkedSince === entry.linkedSince;
      if (entry.root === buyerId || coversByLink) {
        return {
          decision: 'deny',
          reason: 'blocked',
          degraded: false,
          matched: { blockId: block.blockId, scope: block.scope },
        };
      }
    }
  }
  return { decision: 'allow', reason: 'not_blocked', degraded: false };
}

/** Nothing is known of the marker: the configured way, said aloud. */
export function decideWithoutMarker(failMode: 'open' | 'closed'): Verdict {
  return failMode === 'open'
    ? { decision: 'allow', reason: 'marker_unreadable', degraded: true }
    : { decision: 'deny', reason: 'marker_unreadable', degraded: true };
}

/** A marker stands, and nothing refutes it in time. */
export const denyUnconfirmed: Verdict = { decision: 'deny', reason: 'block_unconfirmed', degraded: true };
