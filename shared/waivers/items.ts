import { activityRetentionMilliseconds } from '../events/outbox.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { waiverKey, waiversListing } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import { firstTerms } from './rules.ts';
import type { Waiver } from './rules.ts';

export interface WaiverChange {
  /** As read: the write holds only while it stands so. */
  readonly before: Waiver | undefined;
  readonly after: Waiver;
}

/** A waiver's part of the transaction that changes its alert. */
export function waiverWrite(shopId: ShopId, { before, after }: WaiverChange): Write {
  return {
    put: toWaiverItem(shopId, after),
    condition: before
      ? {
          expression: 'revision = :revision AND #status = :status',
          names: { '#status': 'status' },
          values: { ':revision': before.revision, ':status': before.status },
        }
      : { expression: 'attribute_not_exists(pk)' },
  };
}

const attributes = [
  'subjectType',
  'subjectId',
  'status',
  'revision',
  'tag',
  'requestedAt',
  'requestedBy',
  'termsVersion',
  'createdAt',
  'steps',
] as const satisfies readonly (keyof Waiver)[];

/** The waiver that an item holds; the first ones were written without the version of their terms. */
export function toWaiver(item: Item | undefined): Waiver | undefined {
  const kept: Item | undefined = item && { termsVersion: firstTerms, ...item };
  return kept && (Object.fromEntries(attributes.map((name) => [name, kept[name]])) as unknown as Waiver);
}

function toWaiverItem(shopId: ShopId, waiver: Waiver): Key & Record<string, unknown> {
  return {
    ...waiverKey(shopId, waiver.subjectType, waiver.subjectId),
    ...waiver,
    shopId,
    listPk: waiversListing(shopId),
    listSk: waiverListSk(waiver),
    ttl: toTtl(waiver.requestedAt + activityRetentionMilliseconds),
  };
}

/** Where a waiver stands in the shop's list; it never moves. */
export function waiverListSk(waiver: {
  readonly createdAt: EpochMilliseconds | string;
  readonly subjectType: string;
  readonly subjectId: string;
}): string {
  return `${String(waiver.createdAt).padStart(15, '0')}#${waiver.subjectType}#${waiver.subjectId}`;
}
