import type { Access } from '../access/rules.ts';
import { endExemption } from '../exemptions/exemption-writes.ts';
import type { EndedExemption } from '../exemptions/exemption-writes.ts';
import type { ShopId } from '../kernel/ids.ts';
import { accessKey, blockedByKey, profileKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import { accompanying, lean, markRoot } from './change-writes.ts';
import type { Change } from './change-writes.ts';
import { blockedByItem, toBlockItem } from './items.ts';
import { takePlace } from './ledger-writes.ts';
import type { Block, LedgerPlan } from './rules.ts';

export interface AddBlockWrite extends Change {
  readonly block: Block;
  readonly plan: LedgerPlan;
  readonly dayKey: string;
  /** As read: the write holds only while they stand. */
  readonly access: Access;
  readonly profileRevision: number;
  /** 0 while the buyer never was in a link group. */
  readonly linksRevision: number;
  /** Of this very buyer, which ends with it; the write holds only while it, or that there is none, stands. */
  readonly exemption: EndedExemption | undefined;
}

/** What a new block takes: all that it was decided on is a condition. */
export function addWrites(shopId: ShopId, write: AddBlockWrite): Record<string, Write | undefined> {
  const { block, exemption } = write;
  return {
    ...accompanying(shopId, write),
    access: {
      check: accessKey(shopId),
      condition: { expression: 'revision = :revision', values: { ':revision': write.access.revision } },
    },
    ledger: takePlace(shopId, block.buyerId, block.expiresAt, write.plan, {
      ...write.access.quotas,
      dayKey: write.dayKey,
    }),
    block: {
      put: toBlockItem(shopId, block),
      condition: { expression: 'attribute_not_exists(pk) OR expiresAt <= :now', values: { ':now': write.now } },
    },
    marker: markRoot(shopId, block, exemption?.exemption),
    profile: {
      check: profileKey(block.buyerId),
      condition: { expression: 'revision = :revision', values: { ':revision': write.profileRevision } },
    },
    links: block.scope === 'linked_user_ids' ? lean(block.buyerId, linksAsRead(write.linksRevision)) : undefined,
    blockedBy: { put: blockedByItem(block, shopId, blockedByKey(block.buyerId, shopId)) },
    ...(exemption && endExemption(shopId, exemption, write.now)),
  };
}

/** Holds only while the links are as read. */
function linksAsRead(revision: number): Condition {
  return revision === 0
    ? { expression: 'attribute_not_exists(revision)' }
    : { expression: 'revision = :revision', values: { ':revision': revision } };
}
