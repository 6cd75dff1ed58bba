import type { SupportScope } from '../access/scope.ts';
import { endWrites } from '../block-list/end-writes.ts';
import type { Block } from '../block-list/rules.ts';
import { isErased } from '../buyers/items.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { createLinkedAccountStore } from '../link-groups/linked-account-store.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { liftedKey, profileKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import { createCoveringStore } from './covering-store.ts';
import type { CoveringStore } from './covering-store.ts';
import { liftedItem } from '../activity/lifted-items.ts';

export interface LiftWrite {
  /** As read: the write holds only while it stands so. */
  readonly block: Block;
  readonly event: OutboxEvent;
  /** Absent when the root is erased, since nothing may be written about them any more. */
  readonly reason?: string | undefined;
  readonly now: EpochMilliseconds;
}

export interface SupportStore extends CoveringStore {
  /** Ends a block, whatever the shop's access: `false` when something has changed, decide again on a new read. */
  lift(scope: SupportScope, shopId: ShopId, write: LiftWrite): Promise<boolean>;
  /** Takes the reason of a lifted block away again if its root was erased while it was written. */
  forgetErased(scope: SupportScope, shopId: ShopId, block: Block): Promise<void>;
  /** The accounts that share a link group with the root: all, since nobody knows how a text would write one of them. */
  linkedTo(scope: SupportScope, root: BuyerId): Promise<ReadonlySet<BuyerId>>;
}

export function createSupportStore(table: Table): SupportStore {
  const links = createLinkedAccountStore(table);
  return {
    ...createCoveringStore(table),

    async lift(_scope, shopId, { block, event, reason, now }) {
      const kept = reason !== undefined;
      const root = block.buyerId;
      const outcome = await transact(table, {
        ...endWrites(shopId, block, { endedAt: now, because: 'lifted', by: event.actor.id }),
        event: { put: outboxItem(shopId, event) },
        lifted: kept ? { put: liftedItem(shopId, { root, blockId: block.blockId }, reason, now) } : undefined,
        profile: kept
          ? { check: profileKey(root), condition: { expression: 'attribute_not_exists(erasedAt)' } }
          : undefined,
      });
      return outcome.type === 'committed';
    },

    linkedTo: (_scope, root) => links.linkedAccounts(root),

    async forgetErased(_scope, shopId, { buyerId, blockId }) {
      const profile = (await batchGet(table, [profileKey(buyerId)])).get(profileKey(buyerId));
      if (isErased(profile)) await transact(table, { lifted: { delete: liftedKey(buyerId, shopId, blockId) } });
    },
  };
}
