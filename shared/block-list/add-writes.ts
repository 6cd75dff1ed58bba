import type { Access } from '../access/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { endExemption } from '../exemptions/exemption-writes.ts';
import type { EndedExemption } from '../exemptions/exemption-writes.ts';
import type { ShopId } from '../kernel/ids.ts';
import { accessKey, blockedByKey, endedBlockKey, profileKey, removedBlockKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import { accompanying, lean, markRoot } from './change-writes.ts';
import type { Change } from './change-writes.ts';
import { notErased } from './end-writes.ts';
import { blockedByItem, toBlockItem } from './items.ts';
import { takePlace } from './ledger-writes.ts';
import type { RemovedBlock } from './restore-rules.ts';
import type { Block, LedgerPlan } from './rules.ts';

/** A block that comes onto the list: a new one, or one whose removal is undone. */
export interface AddBlockWrite extends Change {
  readonly block: Block;
  readonly plan: LedgerPlan;
  /** The day whose new block it is; a restored one is none. */
  readonly dayKey?: string | undefined;
  /** As read: the write holds only while they stand. */
  readonly access: Access;
  /** Of a new block; what a restored one says of its buyer was confirmed before. */
  readonly profileRevision?: number | undefined;
  /** 0 while the buyer never was in a link group. */
  readonly linksRevision: number;
  /** The removal that it undoes. */
  readonly undoes?: RemovedBlock | undefined;
  /** Of this very buyer, which ends with it; the write holds only while it, or that there is none, stands. */
  readonly exemption: EndedExemption | undefined;
}

/** What a block takes that comes onto the list: all that it was decided on is a condition. */
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
    profile: profileAsRead(write),
    links: block.scope === 'linked_user_ids' ? lean(block.buyerId, linksAsRead(write.linksRevision)) : undefined,
    blockedBy: { put: blockedByItem(block, shopId, blockedByKey(block.buyerId, shopId)) },
    ...(write.undoes && undoWrites(shopId, write.undoes)),
    ...(exemption && endExemption(shopId, exemption, write.now)),
  };
}

/** Nothing is left of the removal: not for undoing it again, and not for orders, which the block itself tells of its gap. */
function undoWrites(shopId: ShopId, { block, endedAt }: RemovedBlock): Record<'removed' | 'ended', Write> {
  return {
    removed: { delete: removedBlockKey(block.buyerId, shopId), condition: isRemoval(block, endedAt) },
    ended: { delete: endedBlockKey(shopId, block.blockId) },
  };
}

function isRemoval({ blockId, revision }: Block, endedAt: EpochMilliseconds): Condition {
  return {
    expression: '#block.blockId = :blockId AND #block.revision = :revision AND endedAt = :endedAt',
    names: { '#block': 'block' },
    values: { ':blockId': blockId, ':revision': revision, ':endedAt': endedAt },
  };
}

/** As it was read, of a new block. What is said of people in a restored one comes back unless they were erased. */
function profileAsRead({ block, profileRevision }: AddBlockWrite): Write | undefined {
  const check = profileKey(block.buyerId);
  if (profileRevision !== undefined)
    return { check, condition: { expression: 'revision = :revision', values: { ':revision': profileRevision } } };
  return block.username === undefined && block.note === undefined ? undefined : { check, condition: notErased };
}

/** Holds only while the links are as read. */
function linksAsRead(revision: number): Condition {
  return revision === 0
    ? { expression: 'attribute_not_exists(revision)' }
    : { expression: 'revision = :revision', values: { ':revision': revision } };
}
