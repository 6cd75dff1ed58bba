import type { SupportScope } from '../access/scope.ts';
import type { Block } from '../block-list/rules.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Table } from '../table/client.ts';
import { blockKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import { countOnce } from './retaliation/count-writes.ts';

export interface UpheldWrite {
  /** As read: the write holds only while it stands so. */
  readonly block: Block;
  readonly event: OutboxEvent;
  readonly now: EpochMilliseconds;
}

export interface UpheldStore {
  /** `false` when the block has changed: decide again on a new read. A block that was upheld before stays counted once. */
  uphold(scope: SupportScope, shopId: ShopId, write: UpheldWrite): Promise<boolean>;
}

export function createUpheldStore(table: Table): UpheldStore {
  return {
    async uphold(_scope, shopId, { block, event, now }) {
      const { blockId, buyerId, revision } = block;
      const outcome = await transact(table, {
        ...countOnce(shopId, { blockId, at: now, as: 'upheld', names: ['upheld'] }),
        block: {
          check: blockKey(shopId, buyerId),
          condition: {
            // The first ones were written without a revision.
            expression:
              'blockId = :block AND (revision = :revision OR (attribute_not_exists(revision) AND :revision = :one))',
            values: { ':block': blockId, ':revision': revision, ':one': 1 },
          },
        },
        event: { put: outboxItem(shopId, event) },
      });
      return outcome.type === 'committed' || 'counted' in outcome.refused;
    },
  };
}
