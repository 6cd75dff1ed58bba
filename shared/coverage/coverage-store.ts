import { endedBlockItem } from '../block-list/ended-items.ts';
import type { BlockedBy } from '../block-list/items.ts';
import type { Block } from '../block-list/rules.ts';
import type { Reach } from '../block-list/scope-rules.ts';
import { isErased } from '../buyers/items.ts';
import { forgetRemovedWords } from '../block-list/removed-store.ts';
import type { ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import { readSettled } from '../table/settled-read.ts';
import type { Table } from '../table/client.ts';
import { blockedByKey, blockKey, endedBlockKey, linksKey, profileKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { MarkedBlock } from './marked-block.ts';
import type { BlockName, DependentBlock } from './rules.ts';

/** A block whose every item can be read. */
export interface BegunBlock extends DependentBlock {
  /** Its root was erased by the time at which an erasure began to find the block by itself. */
  readonly isErased: boolean;
}

/** What guarding has to know of a block, and what it finds to be done on it. */
export interface CoverageStore {
  /** The block to be covered, once all of its own transaction can be read; `undefined` when it has ended. */
  begin(event: MarkedBlock): Promise<BegunBlock | undefined>;
  /** Takes username, avatar and note off the block. */
  scrub(block: BlockName): Promise<void>;
  /** Takes them off what is kept of the root's removed block, once the root is erased. */
  forgetErased(block: Pick<BlockName, 'shopId' | 'root'>): Promise<void>;
  /** Says what has become of a block that has expired and is gone. */
  leaveEnded(shopId: ShopId, block: Block): Promise<void>;
  /** Whom the block covers and has covered, or did when it ended, after every change that has begun; `undefined` when nothing tells of it. */
  readReach(block: BlockName): Promise<Reach | undefined>;
}

export function createCoverageStore(table: Table): CoverageStore {
  return {
    begin: (event) => begin(table, event),

    async scrub({ shopId, root, blockId }) {
      await transact(table, {
        block: {
          update: blockKey(shopId, root),
          expression: 'REMOVE username, avatarUrl, note',
          condition: { expression: 'blockId = :blockId', values: { ':blockId': blockId } },
        },
      });
    },

    async forgetErased({ shopId, root }) {
      const profile = (await batchGet(table, [profileKey(root)])).get(profileKey(root));
      if (isErased(profile)) await forgetRemovedWords(table, root, shopId);
    },

    async leaveEnded(shopId, block) {
      const end = { endedAt: block.expiresAt, because: 'expired' } as const;
      await transact(table, { ended: { put: endedBlockItem(shopId, block, end) } });
    },

    async readReach({ shopId, root, blockId }) {
      const items = await readSettled(table, [blockKey(shopId, root), endedBlockKey(shopId, blockId)]);
      return items.find((item) => item?.['blockId'] === blockId) as Reach | undefined;
    },
  };
}

async function begin(
  table: Table,
  { shopId, buyerId: root, blockId, scope }: MarkedBlock,
): Promise<BegunBlock | undefined> {
  const isThisBlock = { expression: 'blockId = :blockId', values: { ':blockId': blockId } };
  // The event's record can be seen while another item of its transaction still reads as before. These checks wait
  // for that item: from here on a link event, and an erasure, finds the block, and what they committed before is
  // found from here.
  const seen = await transact(table, {
    block: { check: blockKey(shopId, root), condition: isThisBlock },
    blockedBy: { check: blockedByKey(root, shopId), condition: isThisBlock },
    dependents:
      scope === 'linked_user_ids'
        ? { check: linksKey(root), condition: { expression: 'attribute_exists(leaningRevision)' } }
        : undefined,
  });
  if (seen.type === 'refused') return undefined;
  const items = await batchGet(table, [blockedByKey(root, shopId), profileKey(root)]);
  const row = items.get(blockedByKey(root, shopId)) as BlockedBy | undefined;
  if (row?.blockId !== blockId) return undefined;
  const { createdAt, expiresAt, linkedSince } = row;
  const erased = isErased(items.get(profileKey(root)));
  return { shopId, root, blockId, scope: row.scope, linkedSince, createdAt, expiresAt, isErased: erased };
}
