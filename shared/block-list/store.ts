import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Access } from '../access/rules.ts';
import type { ShopScope } from '../access/scope.ts';
import { type OutboxEvent, outboxItem } from '../events/outbox.ts';
import { type IdempotentUse, recordWrite } from '../http/idempotency.ts';
import { type EpochMilliseconds, toTtl } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { Table } from '../table/client.ts';
import {
  accessKey,
  blockedByKey,
  blockKey,
  blocksListing,
  buyerAttribute,
  linksKey,
  listingIndex,
  markerKey,
  profileKey,
} from '../table/keys.ts';
import { transact, type Write } from '../table/transact.ts';
import { endWrites, unchanged } from './end-writes.ts';
import { blockedByItem, toBlock, toBlockItem } from './items.ts';
import { dropPlaces, keepPlace, takePlace } from './ledger-write.ts';
import { type Block, type LedgerPlan, never } from './rules.ts';

/** Items that a filtered list reads at once. */
const listReadAhead = 100;

/** What every change of a block carries along into its transaction. */
interface Change {
  readonly event: OutboxEvent;
  readonly idempotency?: { readonly use: IdempotentUse; readonly outcome: Readonly<Record<string, unknown>> };
  readonly now: EpochMilliseconds;
}

export interface AddBlockWrite extends Change {
  readonly block: Block;
  readonly plan: LedgerPlan;
  readonly dayKey: string;
  /** As read: the write holds only while they stand. */
  readonly access: Access;
  readonly profileRevision: number;
  /** 0 while the buyer never was in a link group. */
  readonly linksRevision: number;
}

/** Each write answers `false` when something that it was decided on has changed: decide again on a new read. */
export interface BlockListStore {
  add(scope: ShopScope, write: AddBlockWrite): Promise<boolean>;
  prune(scope: ShopScope, drops: LedgerPlan['drops']): Promise<boolean>;
  change(scope: ShopScope, before: Block, after: Block, change: Change): Promise<boolean>;
  remove(scope: ShopScope, block: Block, change: Change): Promise<boolean>;
  /** Live blocks, newest first, from the index: it can lag by a moment, and decides nothing. */
  list(scope: ShopScope, page: ListPage): Promise<{ readonly items: readonly Block[]; readonly next?: ListPosition }>;
}
export type ListPosition = Readonly<Record<'blockId' | 'buyerId', string>>;
export interface ListPage {
  readonly limit: number;
  readonly reason?: string | undefined;
  /** The last block of the page before. */
  readonly after?: ListPosition | undefined;
  readonly now: EpochMilliseconds;
}

export function createBlockListStore(table: Table): BlockListStore {
  const committed = async (writes: Record<string, Write | undefined>) =>
    (await transact(table, writes)).type === 'committed';
  return {
    add: ({ shopId }, write) => committed(addWrites(shopId, write)),
    prune: ({ shopId }, drops) => committed({ ledger: dropPlaces(shopId, drops) }),

    change({ shopId }, before, after, change) {
      const extended = after.expiresAt !== before.expiresAt;
      return committed({
        ...common(shopId, change),
        block: updateBlock(shopId, before, after),
        profile: after.note === before.note ? undefined : notErased(after.buyerId),
        ledger: extended ? keepPlace(shopId, after.buyerId, before.expiresAt, after.expiresAt) : undefined,
        marker: extended ? markRoot(shopId, after) : undefined,
        blockedBy: extended ? { put: blockedByItem(after, shopId, blockedByKey(after.buyerId, shopId)) } : undefined,
      });
    },

    remove: ({ shopId }, block, change) =>
      committed({
        ...common(shopId, change),
        ...endWrites(shopId, block, change.now),
      }),

    async list({ shopId }, page) {
      const items: Block[] = [];
      let from: Record<string, unknown> | undefined = page.after && indexKey(shopId, page.after);
      do {
        const reply = await table.client.send(
          new QueryCommand({
            TableName: table.name,
            IndexName: listingIndex,
            KeyConditionExpression: 'listPk = :list',
            FilterExpression: `expiresAt > :now${page.reason === undefined ? '' : ' AND reason = :reason'}`,
            ExpressionAttributeValues: {
              ':list': blocksListing(shopId),
              ':now': page.now,
              ...(page.reason === undefined ? {} : { ':reason': page.reason }),
            },
            ScanIndexForward: false,
            // A filter is applied to what was read: for a rare reason a short page would be many reads.
            Limit: page.reason === undefined ? page.limit : listReadAhead,
            ExclusiveStartKey: from,
          }),
        );
        items.push(...(reply.Items ?? []).map(toBlock));
        from = reply.LastEvaluatedKey;
      } while (items.length < page.limit && from !== undefined);
      const shown = items.slice(0, page.limit);
      const last = shown.at(-1);
      if (!last || (items.length === shown.length && from === undefined)) return { items: shown };
      return { items: shown, next: { blockId: last.blockId, buyerId: last.buyerId } };
    },
  };
}

function indexKey(shopId: string, { blockId, buyerId }: ListPosition): Record<string, string> {
  return { listPk: blocksListing(shopId), listSk: blockId, ...blockKey(shopId, buyerId) };
}

function addWrites(shopId: string, write: AddBlockWrite): Record<string, Write | undefined> {
  const { block } = write;
  return {
    ...common(shopId, write),
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
    marker: markRoot(shopId, block),
    profile: {
      check: profileKey(block.buyerId),
      condition: { expression: 'revision = :revision', values: { ':revision': write.profileRevision } },
    },
    links: block.scope === 'linked_user_ids' ? lean(block.buyerId, write.linksRevision) : undefined,
    blockedBy: { put: blockedByItem(block, shopId, blockedByKey(block.buyerId, shopId)) },
  };
}

/** Access still active, the event, and the record of the key. */
function common(shopId: string, change: Change): Record<'access' | 'event' | 'idempotency', Write | undefined> {
  const { idempotency, now } = change;
  return {
    access: {
      check: accessKey(shopId),
      condition: { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } },
    },
    event: { put: outboxItem(shopId, change.event) },
    idempotency: idempotency && recordWrite(idempotency.use, idempotency.outcome, now),
  };
}

function markRoot(shopId: string, block: Block): Write {
  return {
    update: markerKey(shopId, block.buyerId),
    expression: 'SET #root = :entry ADD revision :one',
    names: { '#root': buyerAttribute(block.buyerId) },
    values: { ':entry': { blockId: block.blockId, expiresAt: block.expiresAt }, ':one': 1 },
  };
}

/** Says on the root's head that a block leans on its links, so that link events know to look; holds only while the links are as read. */
function lean(root: BuyerId, linksRevision: number): Write {
  return {
    update: linksKey(root),
    expression: 'ADD leaningRevision :one',
    condition:
      linksRevision === 0
        ? { expression: 'attribute_not_exists(revision)' }
        : { expression: 'revision = :revision', values: { ':revision': linksRevision } },
    values: { ':one': 1 },
  };
}

/** Writes only what changes: the coverage may grow meanwhile, a colleague may change the reason, and an erased note may not come back. */
function updateBlock(shopId: string, before: Block, after: Block): Write {
  const permanent = after.expiresAt === never;
  const reason = after.reason === before.reason ? {} : { ':reason': after.reason };
  const note = after.note === undefined || after.note === before.note ? {} : { ':note': after.note };
  const sets = ['#duration = :duration', 'expiresAt = :expiresAt', 'updatedAt = :updatedAt'];
  if (':reason' in reason) sets.push('reason = :reason');
  if (':note' in note) sets.push('note = :note');
  if (!permanent) sets.push('#ttl = :ttl');
  return {
    update: blockKey(shopId, after.buyerId),
    expression: `SET ${sets.join(', ')}${permanent ? ' REMOVE #ttl' : ''}`,
    condition: unchanged(before),
    names: { '#duration': 'duration', '#ttl': 'ttl' },
    values: {
      ':duration': after.duration,
      ':expiresAt': after.expiresAt,
      ':updatedAt': after.updatedAt,
      ...reason,
      ...note,
      ...(permanent ? {} : { ':ttl': toTtl(after.expiresAt) }),
    },
  };
}

/** A note may not appear behind an erasure. */
function notErased(buyerId: BuyerId): Write {
  return { check: profileKey(buyerId), condition: { expression: 'attribute_not_exists(erasedAt)' } };
}
