import { lean, markRoot } from '../block-list/change-writes.ts';
import { unchanged } from '../block-list/end-writes.ts';
import { blockedByItem, toBlock } from '../block-list/items.ts';
import type { BlockedBy, MarkerEntry } from '../block-list/items.ts';
import type { Block } from '../block-list/rules.ts';
import type { Jobs } from '../coverage/job-rules.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { toLinks } from '../link-groups/items.ts';
import { shareGroup } from '../link-groups/rules.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockedByKey, blockKey, buyerAttribute, linksKey, markerKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import { transact } from '../table/transact.ts';
import type { Write, Writes } from '../table/transact.ts';
import type { Beside, Entry, OwnFault } from './rules.ts';

/** A block and what stands beside it, after every change that has begun. */
export interface StoredBlock {
  readonly block: Block | undefined;
  readonly covering: Jobs | undefined;
  readonly beside: Beside;
}

/** An entry of a marker, with the block of its root. */
export interface MarkedEntry {
  readonly entry: Entry;
  readonly block: Block | undefined;
  /** Whether the account is in a group with the root. */
  readonly isLinked: boolean;
}

/** Items that are derived from blocks. It works for all shops, for ops: what it writes follows from what an authorised write made. */
export interface RebuildStore {
  readBlock(shopId: ShopId, root: BuyerId): Promise<StoredBlock>;
  /** Writes what is to stand beside a block; `false` when the block is no longer as it was read. */
  mendOwn(shopId: ShopId, block: Block, faults: readonly OwnFault[]): Promise<boolean>;
  /** Says of a block without linked scope that it covers its root alone; `false` when it is no longer as it was read. */
  resetCoverage(shopId: ShopId, block: Block): Promise<boolean>;
  readEntries(shopId: ShopId, account: BuyerId): Promise<readonly MarkedEntry[]>;
}

/** Of one transactional read. */
const mostKeys = 100;

export function createRebuildStore(table: Table): RebuildStore {
  const committed = async (writes: Writes<string>): Promise<boolean> =>
    (await transact<string>(table, writes)).type === 'committed';
  return {
    readBlock: (shopId, root) => readBlock(table, shopId, root),

    mendOwn: (shopId, block, faults) =>
      committed({
        block: { check: blockKey(shopId, block.buyerId), condition: unchanged(block) },
        ...Object.fromEntries(faults.map((fault) => [fault, ownWrite(shopId, block, fault)])),
      }),

    resetCoverage: (shopId, { buyerId, blockId }) =>
      committed({
        block: {
          update: blockKey(shopId, buyerId),
          expression: 'SET coverage = :coverage REMOVE covering',
          condition: {
            expression: 'blockId = :blockId AND #scope = :alone',
            names: { '#scope': 'scope' },
            values: { ':blockId': blockId, ':alone': 'user_id_only' },
          },
          values: { ':coverage': { state: 'complete', guarded: 1, total: 1 } },
        },
      }),

    readEntries: (shopId, account) => readEntries(table, shopId, account),
  };
}

function ownWrite(shopId: ShopId, block: Block, fault: OwnFault): Write {
  switch (fault) {
    case 'entry':
      return markRoot(shopId, block);
    case 'row':
      return { put: blockedByItem(block, shopId, blockedByKey(block.buyerId, shopId)) };
    case 'lean':
      return lean(block.buyerId);
  }
}

async function readBlock(table: Table, shopId: ShopId, root: BuyerId): Promise<StoredBlock> {
  const [block, marker, row, links] = await readSettled(table, [
    blockKey(shopId, root),
    markerKey(shopId, root),
    blockedByKey(root, shopId),
    linksKey(root),
  ]);
  return {
    block: block && toBlock(block),
    covering: block?.['covering'] as Jobs | undefined,
    beside: {
      entry: marker?.[buyerAttribute(root)] as MarkerEntry | undefined,
      row: row as BlockedBy | undefined,
      leans: toLinks(links).hasDependents,
    },
  };
}

async function readEntries(table: Table, shopId: ShopId, account: BuyerId): Promise<readonly MarkedEntry[]> {
  const [marker] = await readSettled(table, [markerKey(shopId, account)]);
  const prefix = buyerAttribute('');
  const entries = Object.entries(marker ?? {})
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]): Entry => {
      const { blockId, createdAt, linkedSince, expiresAt } = value as MarkerEntry;
      return { root: name.slice(prefix.length), blockId, createdAt, linkedSince, expiresAt };
    });
  // Read after the entries: a block that is written with its entry cannot be missing here.
  const blocks: (Item | undefined)[] = [];
  for (const some of chunksOf(entries, mostKeys)) {
    blocks.push(
      ...(await readSettled(
        table,
        some.map(({ root }) => blockKey(shopId, root)),
      )),
    );
  }
  const heads = await batchGet(table, [account, ...entries.map(({ root }) => root)].map(linksKey));
  const linksOf = (buyer: BuyerId) => toLinks(heads.get(linksKey(buyer)));
  return entries.map((entry, index) => {
    const item = blocks[index];
    return { entry, block: item && toBlock(item), isLinked: shareGroup(linksOf(account), linksOf(entry.root)) };
  });
}
