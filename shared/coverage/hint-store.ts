import type { ShopScope } from '../access/scope.ts';
import type { BlockedBy, MarkerEntry } from '../block-list/items.ts';
import { heldAt } from '../exemptions/items.ts';
import type { ExemptPeriod } from '../exemptions/items.ts';
import type { BlockHistory } from '../stopped-orders/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockedByKey, blockKey, buyerAttribute, endedBlockKey, exemptPeriodKey, markerKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import type { PastEntry } from './past-entry-items.ts';
import { queryRows } from '../table/query.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { Covered } from './rules.ts';

/** That a block covers a buyer, or did; and what was known of it when that was written. */
export interface Hint extends Covered {
  readonly root: BuyerId;
  readonly blockId: BlockId;
  /** Taken from the marker. The entries that stand there can be behind their blocks. */
  readonly isPast: boolean;
}

/** Blocks that a transactional read of 100 items takes: each as it is, and as it was left. */
const blocksARead = 50;

/** Which blocks covered a buyer, for an order that is told of late. */
export interface HintStore {
  /**
   * A buyer's hints in one shop, those of their own blocks first: one query, which costs most buyers one read unit and finds nothing.
   *
   * @param at when the order was made: while an exemption held, blocks of others covered nobody.
   */
  readHints(scope: ShopScope, buyerId: BuyerId, at: EpochMilliseconds): Promise<readonly Hint[]>;
  /** When each of these blocks was live for the buyer, by its ID; what nothing tells of any more is left out. */
  readHistories(scope: ShopScope, hints: readonly Hint[]): Promise<ReadonlyMap<BlockId, BlockHistory>>;
}

export function createHintStore(table: Table): HintStore {
  return {
    async readHints({ shopId }, buyerId, at) {
      const rows = await queryRows(table, markerKey(shopId, buyerId));
      const periods = exemptPeriodKey(shopId, buyerId, '').sk;
      const [exemptions, others] = [true, false].map((is) =>
        rows.filter(({ sk }) => String(sk).startsWith(periods) === is),
      );
      const hints = toHints(others ?? [], shopId, buyerId);
      const isExempt = exemptions?.some((row) => heldAt(row as unknown as ExemptPeriod, at));
      return isExempt ? hints.filter(({ root }) => root === buyerId) : hints;
    },
    readHistories: ({ shopId }, hints) => historiesOf(table, shopId, hints),
  };
}

function toHints(rows: readonly Item[], shopId: ShopId, buyerId: BuyerId): readonly Hint[] {
  const marker = rows.find(({ sk }) => sk === markerKey(shopId, buyerId).sk);
  const present = entriesOf(marker);
  const standing = new Set(present.map(({ blockId }) => blockId));
  const past = rows
    .filter((row) => row !== marker)
    .map((row): Hint => ({ ...(row as unknown as PastEntry), isPast: true }))
    // An account that has come back to its group.
    .filter(({ blockId }) => !standing.has(blockId));
  const own = ({ root }: Hint) => Number(root === buyerId);
  return [...present, ...past].toSorted((one, other) => own(other) - own(one));
}

function entriesOf(marker: Item | undefined): readonly Hint[] {
  const prefix = buyerAttribute('');
  return Object.entries(marker ?? {})
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => {
      const { blockId, createdAt, linkedSince, expiresAt } = value as MarkerEntry;
      return { root: name.slice(prefix.length), blockId, createdAt, linkedSince, until: expiresAt, isPast: false };
    });
}

async function historiesOf(
  table: Table,
  shopId: ShopId,
  hints: readonly Hint[],
): Promise<ReadonlyMap<BlockId, BlockHistory>> {
  const found = new Map<BlockId, BlockHistory>();
  // Settled: a removal that is under way shows neither the block nor what is left of it for a moment.
  for (const some of chunksOf(hints, blocksARead)) {
    const roots = [...new Set(some.map(({ root }) => root))];
    const keys = [
      ...some.map(({ blockId }) => endedBlockKey(shopId, blockId)),
      ...roots.map((root) => blockKey(shopId, root)),
    ];
    const items = await readSettled(table, keys);
    for (const [index, hint] of some.entries()) {
      const block = items[some.length + roots.indexOf(hint.root)];
      const history = historyOf(hint, items[index], block, hint.isPast ? toHistory(hint) : undefined);
      if (history) found.set(hint.blockId, history);
    }
  }
  // Deleted by the TTL, or replaced, and not cleaned up yet: the row under the root outlives its block by weeks.
  const unknown = hints.filter(({ blockId }) => !found.has(blockId));
  const rows = await batchGet(
    table,
    unknown.map(({ root }) => blockedByKey(root, shopId)),
  );
  for (const hint of unknown) {
    const row = rows.get(blockedByKey(hint.root, shopId)) as BlockedBy | undefined;
    const history = historyOf(hint, row, toHistory(hint));
    if (history) found.set(hint.blockId, history);
  }
  return found;
}

/** The first that is of this very block and says when it began, and no longer than the account was covered. */
function historyOf(hint: Hint, ...tellers: readonly (object | undefined)[]): BlockHistory | undefined {
  const history = (tellers as readonly (BlockHistory | undefined)[]).find(
    (one) => one?.blockId === hint.blockId && one.createdAt !== undefined,
  );
  return history && hint.isPast ? { ...history, expiresAt: earliest(history.expiresAt, hint.until) } : history;
}

/** Linked accounts are hinted at by blocks with linked scope alone, and of a root any scope will do. */
function toHistory({ blockId, createdAt, linkedSince, until, gaps }: Hint): object | undefined {
  return { blockId, scope: 'linked_user_ids', createdAt, linkedSince, gaps, expiresAt: until };
}

function earliest(one: EpochMilliseconds, other: EpochMilliseconds | undefined): EpochMilliseconds {
  return other === undefined ? one : Math.min(one, other);
}
