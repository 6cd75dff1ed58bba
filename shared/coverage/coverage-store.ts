import type { BlockedBy } from '../block-list/items.ts';
import type { Coverage } from '../block-list/rules.ts';
import { isErased } from '../buyers/items.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockedByKey, blockKey, linksKey, profileKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Condition } from '../table/transact.ts';
import type { MarkedBlock } from './marked-block.ts';
import type { BlockName, DependentBlock } from './rules.ts';

/** A block whose every item can be read. */
export interface BegunBlock extends DependentBlock {
  /** Its root was erased by the time at which an erasure began to find the block by itself. */
  readonly isErased: boolean;
}

/** How far a block says its guarding is. Every write holds only for the block that it means, never for a later one of the same root. */
export interface CoverageStore {
  /** The block to be covered, once all of its own transaction can be read; `undefined` when it has ended. */
  begin(event: MarkedBlock): Promise<BegunBlock | undefined>;
  /** Takes username, avatar and note off the block. */
  scrub(block: BlockName): Promise<void>;
  /** What the block says; `undefined` when it has ended. */
  read(block: BlockName): Promise<Coverage | undefined>;
  /** Says how far it is, while it says that it is applying. */
  progress(block: BlockName, guarded: number, total: number): Promise<void>;
  /** `false` when the block has ended. */
  complete(block: BlockName, total: number): Promise<boolean>;
  /** Brings a complete coverage to another total; `false` when it no longer reads as it did. */
  recount(block: BlockName, before: Coverage, total: number): Promise<boolean>;
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

    async read({ shopId, root, blockId }) {
      const item = (await batchGet(table, [blockKey(shopId, root)])).get(blockKey(shopId, root));
      return item?.['blockId'] === blockId ? (item['coverage'] as Coverage) : undefined;
    },

    async progress(block, guarded, total) {
      await save(
        block,
        { state: 'applying', guarded, total },
        {
          expression: 'coverage.#state = :applying',
          names: { '#state': 'state' },
          values: { ':applying': 'applying' },
        },
      );
    },

    complete: (block, total) => save(block, { state: 'complete', guarded: total, total }),

    recount: (block, before, total) =>
      save(
        block,
        { state: 'complete', guarded: total, total },
        { expression: 'coverage = :before', values: { ':before': before } },
      ),
  };

  async function save({ shopId, root, blockId }: BlockName, coverage: Coverage, also?: Condition): Promise<boolean> {
    const outcome = await transact(table, {
      block: {
        update: blockKey(shopId, root),
        expression: 'SET coverage = :coverage',
        condition: {
          expression: `blockId = :blockId${also ? ` AND ${also.expression}` : ''}`,
          ...(also?.names ? { names: also.names } : {}),
          values: { ':blockId': blockId, ...also?.values },
        },
        values: { ':coverage': coverage },
      },
    });
    return outcome.type === 'committed';
  }
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
  const { createdAt, expiresAt } = row;
  return { shopId, root, blockId, createdAt, expiresAt, isErased: isErased(items.get(profileKey(root))) };
}
