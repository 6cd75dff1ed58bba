import type { Access } from '../access/rules.ts';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import { toExemption } from '../exemptions/items.ts';
import type { Exemption } from '../exemptions/rules.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockKey, exemptionKey, ledgerKey, removedBlockKey } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { transact } from '../table/transact.ts';
import { toRemovedBlock } from './ended-items.ts';
import { toBlock, toLedger } from './items.ts';
import { removalToUndo, undoMilliseconds } from './restore-rules.ts';
import type { RemovedBlock } from './restore-rules.ts';
import type { Block, Ledger } from './rules.ts';

/** What undoing a removal is decided on beside the shop's access: all of it the shop's own. */
export interface Removal {
  readonly removed: RemovedBlock | undefined;
  readonly block: Block | undefined;
  readonly ledger: Ledger;
  /** Of this very buyer since, which the block that comes back ends. */
  readonly exemption: Exemption | undefined;
}

export function removalRead({ shopId }: TokenScope, buyerId: BuyerId): ReadPlan<Removal> {
  const removed = removedBlockKey(buyerId, shopId);
  const [block, ledger] = [blockKey(shopId, buyerId), ledgerKey(shopId)];
  const exemption = exemptionKey(shopId, buyerId);
  return {
    keys: [removed, block, ledger, exemption],
    decode(items) {
      const item = items.get(block);
      return {
        removed: toRemovedBlock(items.get(removed)),
        block: item && toBlock(item),
        ledger: toLedger(items.get(ledger)),
        exemption: toExemption(items.get(exemption)),
      };
    },
  };
}

/** Takes the words off a buyer's removed block, if one is kept: of somebody who was erased. The rest can still be brought back. */
export async function forgetRemovedWords(table: Table, buyerId: BuyerId, shopId: ShopId): Promise<void> {
  await transact(table, {
    removed: {
      update: removedBlockKey(buyerId, shopId),
      expression: 'REMOVE #block.username, #block.avatarUrl, #block.note',
      names: { '#block': 'block' },
      condition: { expression: 'attribute_exists(pk)' },
    },
  });
}

export interface RemovedBlockStore {
  /** Those of these removals that can be undone now, by block. Of what is too old nothing is read. */
  undoable(
    scope: ShopScope,
    access: Access,
    removals: readonly { readonly buyerId: BuyerId; readonly blockId: BlockId; readonly at: string }[],
    now: EpochMilliseconds,
  ): Promise<ReadonlyMap<BlockId, RemovedBlock>>;
}

export function createRemovedBlockStore(table: Table): RemovedBlockStore {
  return {
    async undoable({ shopId }, access, told, now) {
      const removals = told.filter(({ at }) => now < fromTimestamp(at) + undoMilliseconds);
      const buyers = [...new Set(removals.map(({ buyerId }) => buyerId))];
      const items = await batchGet(
        table,
        buyers.flatMap((buyerId) => [removedBlockKey(buyerId, shopId), blockKey(shopId, buyerId)]),
      );
      return new Map(
        removals.flatMap(({ buyerId, blockId }) => {
          const item = items.get(blockKey(shopId, buyerId));
          const removed = toRemovedBlock(items.get(removedBlockKey(buyerId, shopId)));
          const undone = removalToUndo({ removed, block: item && toBlock(item), access }, blockId, now);
          return undone ? [[blockId, undone] as const] : [];
        }),
      );
    },
  };
}
