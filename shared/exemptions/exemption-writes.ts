import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { recordWrite } from '../idempotency/record.ts';
import type { OutcomeOfUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import {
  accessKey,
  blockKey,
  exemptInKey,
  exemptionAttribute,
  exemptionKey,
  exemptPeriodKey,
  exemptPlacesKey,
  markerKey,
  profileKey,
} from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import { exemptInItem, exemptionItem, periodTtl } from './items.ts';
import type { MarkedExemption } from './items.ts';
import { mostExemptions } from './rules.ts';
import type { Exemption } from './rules.ts';

export interface ExemptWrite {
  readonly exemption: Exemption;
  /** As read: the write holds only while it stands. */
  readonly profileRevision: number;
  readonly event: OutboxEvent<'Buyer Exempted'>;
  readonly recorded: OutcomeOfUse | undefined;
  readonly now: EpochMilliseconds;
}

export interface EndedExemption {
  /** As read: the write holds only while it stands. */
  readonly exemption: Exemption;
  readonly event: OutboxEvent<'Buyer Exemption Ended'>;
}

const marked = { '#exemption': exemptionAttribute };

/**
 * What a new exemption takes. Nothing of it depends on links. The block of this very buyer is a condition, as is the marker's
 * exemption of a block's: of the two, whichever comes second finds the other.
 */
export function exemptWrites(
  shopId: ShopId,
  { exemption, profileRevision, event, recorded, now }: ExemptWrite,
): Record<string, Write | undefined> {
  const { buyerId, exemptionId, createdAt } = exemption;
  const entry: MarkedExemption = { exemptionId };
  return {
    access: accessIsActive(shopId),
    place: takePlace(shopId, buyerId),
    exemption: {
      put: exemptionItem(shopId, exemption),
      condition: { expression: 'attribute_not_exists(pk)' },
    },
    marker: {
      update: markerKey(shopId, buyerId),
      expression: 'SET #exemption = :entry ADD revision :one',
      names: marked,
      values: { ':entry': entry, ':one': 1 },
    },
    block: {
      check: blockKey(shopId, buyerId),
      condition: { expression: 'attribute_not_exists(pk) OR expiresAt <= :now', values: { ':now': now } },
    },
    period: { put: { ...exemptPeriodKey(shopId, buyerId, exemptionId), exemptionId, since: createdAt } },
    profile: {
      check: profileKey(buyerId),
      condition: { expression: 'revision = :revision', values: { ':revision': profileRevision } },
    },
    exemptIn: { put: exemptInItem(shopId, exemption) },
    event: { put: outboxItem(shopId, event) },
    record: recorded && recordWrite(recorded, now),
  };
}

/** What a seller's removal takes. The marker stays, and is cleaned up behind the event where it is empty. */
export function removeWrites(
  shopId: ShopId,
  ended: EndedExemption,
  recorded: OutcomeOfUse | undefined,
  now: EpochMilliseconds,
): Record<string, Write | undefined> {
  const { buyerId, exemptionId } = ended.exemption;
  return {
    access: accessIsActive(shopId),
    ...endExemption(shopId, ended, now),
    marker: {
      update: markerKey(shopId, buyerId),
      ...unmark(ended.exemption),
      expression: `SET exemptionEnded = :exemption REMOVE #exemption ADD revision :one`,
      values: { ':exemption': exemptionId, ':one': 1 },
    },
    record: recorded && recordWrite(recorded, now),
  };
}

/** What an end takes beside the marker, whoever ends it; held by the marker's condition, `unmark`. */
export function endExemption(
  shopId: ShopId,
  { exemption: { buyerId, exemptionId }, event }: EndedExemption,
  now: EpochMilliseconds,
): Record<'exemption' | 'exemptPlace' | 'exemptPeriod' | 'exemptIn' | 'exemptionEvent', Write> {
  return {
    exemption: { delete: exemptionKey(shopId, buyerId) },
    exemptPlace: {
      update: exemptPlacesKey(shopId),
      expression: 'DELETE buyers :buyer',
      values: { ':buyer': new Set([buyerId]) },
    },
    exemptPeriod: {
      update: exemptPeriodKey(shopId, buyerId, exemptionId),
      expression: 'SET endedAt = :now, #ttl = :ttl',
      names: { '#ttl': 'ttl' },
      values: { ':now': now, ':ttl': periodTtl(now) },
    },
    exemptIn: { delete: exemptInKey(buyerId, shopId) },
    exemptionEvent: { put: outboxItem(shopId, event) },
  };
}

/** On a buyer's marker: that it says of their exemption what was read, of none that there is none. */
export function unmark(exemption: Exemption | undefined): {
  readonly condition: Condition;
  readonly names: typeof marked;
} {
  const condition = exemption
    ? { expression: '#exemption.exemptionId = :exemption', values: { ':exemption': exemption.exemptionId } }
    : { expression: 'attribute_not_exists(#exemption)' };
  return { condition, names: marked };
}

function accessIsActive(shopId: ShopId): Write {
  return {
    check: accessKey(shopId),
    condition: { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } },
  };
}

/** A set of those who take a place: nothing is counted that could drift. The condition sees it before the update. */
function takePlace(shopId: ShopId, buyerId: BuyerId): Write {
  return {
    update: exemptPlacesKey(shopId),
    expression: 'ADD buyers :buyer',
    condition: {
      expression: 'attribute_not_exists(buyers) OR size(buyers) < :most',
      values: { ':most': mostExemptions },
    },
    values: { ':buyer': new Set([buyerId]) },
  };
}
