import { markRoot } from '../block-list/change-writes.ts';
import { toBlock } from '../block-list/items.ts';
import type { MarkerEntry } from '../block-list/items.ts';
import type { Block } from '../block-list/rules.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import type { Table } from '../table/client.ts';
import { blockKey, buyerAttribute, markerKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import type { Entry } from './rules.ts';

/** Items that are derived from others, beside them. It works for all shops, for ops: what it writes follows from what an authorised write made. */
export interface RebuildStore {
  /** A block and its root's own entry, after every change that has begun. */
  readBlock(shopId: ShopId, root: BuyerId): Promise<{ block: Block | undefined; rootEntry: MarkerEntry | undefined }>;
  /** Names the block in its root's marker; `false` when the block is no longer as it was read. */
  markRoot(shopId: ShopId, block: Block): Promise<boolean>;
  /** Says of a block without linked scope that it covers its root alone; `false` when it is no longer as it was read. */
  resetCoverage(shopId: ShopId, block: Block): Promise<boolean>;
  /** The entries of a marker, with the block of each root. */
  readEntries(shopId: ShopId, account: BuyerId): Promise<readonly { entry: Entry; block: Block | undefined }[]>;
}

export function createRebuildStore(table: Table): RebuildStore {
  const committed = async (writes: Record<string, Write>): Promise<boolean> =>
    (await transact<string>(table, writes)).type === 'committed';
  return {
    async readBlock(shopId, root) {
      const [block, marker] = await readSettled(table, [blockKey(shopId, root), markerKey(shopId, root)]);
      return {
        block: block && toBlock(block),
        rootEntry: marker?.[buyerAttribute(root)] as MarkerEntry | undefined,
      };
    },

    markRoot: (shopId, block) =>
      committed({
        block: {
          check: blockKey(shopId, block.buyerId),
          condition: {
            expression: 'blockId = :blockId AND expiresAt = :expiresAt',
            values: { ':blockId': block.blockId, ':expiresAt': block.expiresAt },
          },
        },
        marker: markRoot(shopId, block),
      }),

    resetCoverage: (shopId, { buyerId, blockId }) =>
      committed({
        block: {
          update: blockKey(shopId, buyerId),
          expression: 'SET coverage = :coverage',
          condition: {
            expression: 'blockId = :blockId AND #scope = :alone',
            names: { '#scope': 'scope' },
            values: { ':blockId': blockId, ':alone': 'user_id_only' },
          },
          values: { ':coverage': { state: 'complete', guarded: 1, total: 1 } },
        },
      }),

    async readEntries(shopId, account) {
      const [marker] = await readSettled(table, [markerKey(shopId, account)]);
      const prefix = buyerAttribute('');
      const entries = Object.entries(marker ?? {})
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]): Entry => {
          const { blockId, createdAt, linkedSince, expiresAt } = value as MarkerEntry;
          return { root: name.slice(prefix.length), blockId, createdAt, linkedSince, expiresAt };
        });
      // Read after the entries: a block that is written with its entry cannot be missing here.
      const blocks = await readSettled(
        table,
        entries.map(({ root }) => blockKey(shopId, root)),
      );
      return entries.map((entry, index) => {
        const item = blocks[index];
        return { entry, block: item && toBlock(item) };
      });
    },
  };
}
