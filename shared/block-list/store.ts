import type { ShopScope, TokenScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockKey, blocksListing, ledgerKey, listingIndex, markerKey } from '../table/keys.ts';
import { queryPages } from '../table/query.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { readSettled } from '../table/settled-read.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import { addWrites } from './add-writes.ts';
import type { AddBlockWrite } from './add-writes.ts';
import { marketplaceBuyerRead } from './candidate-store.ts';
import type { MarketplaceBuyer } from './candidate-store.ts';
import { accompanying, changeWrites } from './change-writes.ts';
import type { Change } from './change-writes.ts';
import { removalWrites } from './end-writes.ts';
import { toBlock, toLedger } from './items.ts';
import { dropPlaces } from './ledger-writes.ts';
import { withoutWords } from './restore-rules.ts';
import type { RemovedBlock } from './restore-rules.ts';
import type { Block, Ledger, LedgerPlan } from './rules.ts';

/** Items that a filtered list looks at in one query: a whole list, which holds no more. */
const listReadAhead = 1_000;

/** Each write answers `false` when something that it was decided on has changed: decide again on a new read. */
export interface BlockListStore {
  /** A new block, or one whose removal is undone. */
  add(scope: ShopScope, write: AddBlockWrite): Promise<boolean>;
  prune(scope: ShopScope, drops: LedgerPlan['drops']): Promise<boolean>;
  change(scope: ShopScope, before: Block, after: Block, change: Change): Promise<boolean>;
  remove(scope: ShopScope, removed: RemovedBlock, change: Change): Promise<boolean>;
  /**
   * Waits until a write whose record shows already shows in block and marker too: the items of a transaction become
   * visible one by one, and a repeated answer promises what the gate will say.
   *
   * @returns the block as it is then.
   */
  settled(scope: TokenScope, buyerId: BuyerId): Promise<Block | undefined>;
  /** Only of a buyer who ordered in the shop or is on its list: a read that finds nobody is quicker, and would tell. */
  marketplaceBuyer(scope: ShopScope | TokenScope, buyerId: BuyerId): Promise<MarketplaceBuyer>;
  /** Live blocks, newest first, from the index: it can lag by a moment, and decides nothing. */
  list(scope: ShopScope, page: ListPage): Promise<{ readonly items: readonly Block[]; readonly next?: ListPosition }>;
}
export type ListPosition = Readonly<Record<'blockId' | 'buyerId', string>>;
export interface ListPage {
  readonly limit: number;
  readonly reason?: string | undefined;
  /** Only those that end before this instant: no permanent ones. */
  readonly expiresBefore?: EpochMilliseconds | undefined;
  /** The last block of the page before. */
  readonly after?: ListPosition | undefined;
  readonly now: EpochMilliseconds;
}

/** A buyer's block as its item has it: it can have expired. */
export function blockRead({ shopId }: TokenScope, buyerId: BuyerId): ReadPlan<Block | undefined> {
  const key = blockKey(shopId, buyerId);
  return {
    keys: [key],
    decode: (items) => {
      const item = items.get(key);
      return item && toBlock(item);
    },
  };
}

export function ledgerRead({ shopId }: TokenScope): ReadPlan<Ledger> {
  const key = ledgerKey(shopId);
  return { keys: [key], decode: (items) => toLedger(items.get(key)) };
}

export function createBlockListStore(table: Table): BlockListStore {
  const committed = async (writes: Record<string, Write | undefined>) =>
    (await transact(table, writes)).type === 'committed';
  return {
    add: ({ shopId }, write) => committed(addWrites(shopId, write)),
    prune: ({ shopId }, drops) => committed({ ledger: dropPlaces(shopId, drops) }),

    change: ({ shopId }, before, after, change) => committed(changeWrites(shopId, before, after, change)),
    async remove({ shopId }, removed, change) {
      const writes = (kept: RemovedBlock) => ({ ...accompanying(shopId, change), ...removalWrites(shopId, kept) });
      const outcome = await transact(table, writes(removed));
      if (outcome.type === 'committed') return true;
      // The buyer was erased since the block was written: their words may not be kept, and the block can.
      return 'profile' in outcome.refused && committed(writes({ ...removed, block: withoutWords(removed.block) }));
    },

    async settled({ shopId }, buyerId) {
      const [block] = await readSettled(table, [blockKey(shopId, buyerId), markerKey(shopId, buyerId)]);
      return block && toBlock(block);
    },

    async marketplaceBuyer(_scope, buyerId) {
      const { keys, decode } = marketplaceBuyerRead(buyerId);
      return decode(await batchGet(table, keys));
    },

    async list({ shopId }, page) {
      const items: Block[] = [];
      let isEnd = true;
      const { reason, expiresBefore } = page;
      const asked = [
        ...(reason === undefined ? [] : [' AND reason = :reason']),
        ...(expiresBefore === undefined ? [] : [' AND expiresAt < :before']),
      ];
      const answers = queryPages(table, {
        IndexName: listingIndex,
        KeyConditionExpression: 'listPk = :list',
        FilterExpression: `expiresAt > :now${asked.join('')}`,
        ExpressionAttributeValues: {
          ':list': blocksListing(shopId),
          ':now': page.now,
          ':reason': reason,
          ':before': expiresBefore,
        },
        ScanIndexForward: false,
        // A filter is applied to what was read: where few match, a short page would be many reads.
        Limit: asked.length === 0 ? page.limit : listReadAhead,
        ExclusiveStartKey: page.after && indexKey(shopId, page.after),
      });
      for await (const { Items = [], LastEvaluatedKey } of answers) {
        items.push(...Items.map(toBlock));
        isEnd = LastEvaluatedKey === undefined;
        if (items.length >= page.limit) break;
      }
      const shown = items.slice(0, page.limit);
      const last = shown.at(-1);
      if (!last || (isEnd && items.length === shown.length)) return { items: shown };
      return { items: shown, next: { blockId: last.blockId, buyerId: last.buyerId } };
    },
  };
}

function indexKey(shopId: string, { blockId, buyerId }: ListPosition): Record<string, string> {
  return { listPk: blocksListing(shopId), listSk: blockId, ...blockKey(shopId, buyerId) };
}
