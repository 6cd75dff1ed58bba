import { outboxItem } from '../events/outbox.ts';
import { recordWrite } from '../idempotency/record.ts';
import type { OutcomeOfUse } from '../idempotency/record.ts';
import { unmark } from '../exemptions/exemption-writes.ts';
import type { Exemption } from '../exemptions/rules.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { accessKey, blockedByKey, blockKey, buyerAttribute, linksKey, markerKey, profileKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import type { BlockEvent } from './block-event.ts';
import { notErased, unchanged } from './end-writes.ts';
import { blockedByItem } from './items.ts';
import { keepPlace } from './ledger-writes.ts';
import { never } from './rules.ts';
import type { Block } from './rules.ts';

/** What every change of a block carries along into its transaction. */
export interface Change {
  readonly event: BlockEvent;
  readonly idempotency?: OutcomeOfUse | undefined;
  readonly now: EpochMilliseconds;
}

/** What a live block's extension, other reason, scope or note takes; refused when the block is no longer as it was read. */
export function changeWrites(
  shopId: ShopId,
  before: Block,
  after: Block,
  change: Change,
): Record<string, Write | undefined> {
  const extended = after.expiresAt !== before.expiresAt;
  const rescoped = after.scope !== before.scope;
  return {
    ...accompanying(shopId, change),
    block: updateBlock(shopId, before, after),
    profile:
      after.note === undefined || after.note === before.note
        ? undefined
        : { check: profileKey(after.buyerId), condition: notErased },
    ledger: extended ? keepPlace(shopId, after.buyerId, before.expiresAt, after.expiresAt) : undefined,
    marker: extended ? markRoot(shopId, after) : undefined,
    links: rescoped && after.scope === 'linked_user_ids' ? lean(after.buyerId) : undefined,
    blockedBy:
      extended || rescoped ? { put: blockedByItem(after, shopId, blockedByKey(after.buyerId, shopId)) } : undefined,
  };
}

/** Says on the root's head that a block leans on its links, so that link events know to look. */
export function lean(root: BuyerId, condition?: Condition): Write {
  return {
    update: linksKey(root),
    expression: 'ADD leaningRevision :one',
    ...(condition ? { condition } : {}),
    values: { ':one': 1 },
  };
}

/** Access still active, the event, and the record of the key. */
export function accompanying(
  shopId: ShopId,
  change: Change,
): Record<'access' | 'event' | 'idempotency', Write | undefined> {
  const { idempotency, now } = change;
  return {
    access: {
      check: accessKey(shopId),
      condition: { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } },
    },
    event: { put: outboxItem(shopId, change.event) },
    idempotency: idempotency && recordWrite(idempotency, now),
  };
}

/**
 * The gate's marker names the block as it is now, until when. It never says of a buyer that they are under a block of their own
 * and exempt.
 *
 * @param exemption of this very buyer, which ends with it; refused when the marker says otherwise.
 */
export function markRoot(shopId: ShopId, block: Block, exemption?: Exemption): Write {
  const { condition, names } = unmark(exemption);
  return {
    update: markerKey(shopId, block.buyerId),
    expression: `SET #root = :entry ${exemption ? 'REMOVE #exemption ' : ''}ADD revision :one`,
    condition,
    names: { ...names, '#root': buyerAttribute(block.buyerId) },
    values: { ':entry': { blockId: block.blockId, expiresAt: block.expiresAt }, ':one': 1 },
  };
}

/** Writes only what changes: the coverage may grow meanwhile, and an erased note may not come back. */
function updateBlock(shopId: ShopId, before: Block, after: Block): Write {
  const permanent = after.expiresAt === never;
  const reason = after.reason === before.reason ? {} : { ':reason': after.reason };
  const note = after.note === undefined || after.note === before.note ? {} : { ':note': after.note };
  const noteGoes = after.note === undefined && before.note !== undefined;
  const sets = ['#duration = :duration', 'expiresAt = :expiresAt', 'updatedAt = :updatedAt', 'revision = :next'];
  if (':reason' in reason) sets.push('reason = :reason');
  if (':note' in note) sets.push('note = :note');
  if (!permanent) sets.push('#ttl = :ttl');
  const reach = reachChange(before, after);
  sets.push(...reach.sets);
  const removes = [...(permanent ? ['#ttl'] : []), ...(noteGoes ? ['note'] : []), ...reach.removes];
  return {
    update: blockKey(shopId, after.buyerId),
    expression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
    condition: standing(before, after),
    names: { '#duration': 'duration', '#ttl': 'ttl', ...reach.names },
    values: {
      ':duration': after.duration,
      ':expiresAt': after.expiresAt,
      ':updatedAt': after.updatedAt,
      ':next': after.revision,
      ...reason,
      ...note,
      ...(permanent ? {} : { ':ttl': toTtl(after.expiresAt) }),
      ...reach.values,
    },
  };
}

/** With the scope, the coverage begins again. */
function reachChange(before: Block, after: Block) {
  const { scope, coverage, linkedSince, linkedBefore } = after;
  if (scope === before.scope) return { sets: [], removes: [], names: {}, values: {} };
  const given = Object.entries({ linkedSince, linkedBefore }).filter(([, value]) => value !== undefined);
  return {
    sets: ['#scope = :scope', 'coverage = :coverage', ...given.map(([name]) => `${name} = :${name}`)],
    // Jobs of the scope before are over.
    removes: ['covering', 'links', ...(linkedSince === undefined ? ['linkedSince'] : [])],
    names: { '#scope': 'scope' },
    values: {
      ':scope': scope,
      ':coverage': coverage,
      ...Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
    },
  };
}

/** As it was read; and a reason that leans on the note that is there still finds it: an erasure takes notes and changes no revision. */
function standing(before: Block, after: Block): Condition {
  const asRead = unchanged(before);
  const leansOnNote = after.reason === 'other' && before.reason !== 'other' && after.note === before.note;
  return leansOnNote ? { ...asRead, expression: `${asRead.expression} AND attribute_exists(note)` } : asRead;
}
