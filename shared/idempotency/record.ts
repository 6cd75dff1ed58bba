import { createHash } from 'node:crypto';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { idempotencyKey } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import type { Write } from '../table/transact.ts';

/** How long a key is honoured. */
export const idempotencyMilliseconds = 24 * 3_600_000;

/** One use of an `Idempotency-Key`: where its record stands and what it was for. */
export interface IdempotentUse {
  readonly key: Key;
  /** Digest of route, path and parsed body: the same key for anything else is refused. */
  readonly requestDigest: string;
}

/** What a success leaves behind: IDs and enumerations that rebuild its answer, never the answer's names and notes. */
export type Outcome = Readonly<Record<string, unknown>>;

export interface IdempotencyRecord {
  readonly requestDigest: string;
  readonly outcome: Outcome;
  readonly expiresAt: EpochMilliseconds;
}

/** What a write that happens once carries into its transaction. */
export interface OutcomeOfUse {
  readonly use: IdempotentUse;
  readonly outcome: Outcome;
}

/** A key is its seller's, within the shop: a colleague who happens on the same one neither gets their answer nor is refused. */
export function idempotentUse(
  { shopId, seller }: { readonly shopId: ShopId; readonly seller: string },
  key: string,
  request: readonly unknown[],
): IdempotentUse {
  return {
    key: idempotencyKey(shopId, digest(JSON.stringify([seller, key]))),
    requestDigest: digest(JSON.stringify(request)),
  };
}

/**
 * The use of a key for one part of its request, which is done once for itself: a request that is sent again finds the parts
 * that were done before it was cut off.
 */
export function partOfUse({ key, requestDigest }: IdempotentUse, shopId: ShopId, part: number): IdempotentUse {
  return { key: idempotencyKey(shopId, digest(JSON.stringify([key.pk, part]))), requestDigest };
}

/** The record of a key, while it is honoured. Without a use there is none, and nothing is read. */
export function recordRead(
  use: IdempotentUse | undefined,
  now: EpochMilliseconds,
): ReadPlan<IdempotencyRecord | undefined> {
  if (!use) return { keys: [], decode: () => undefined };
  return { keys: [use.key], decode: (items) => liveRecord(items.get(use.key), now) };
}

/** DynamoDB may delete it days after its time. */
function liveRecord(item: Item | undefined, now: EpochMilliseconds): IdempotencyRecord | undefined {
  if (!item) return undefined;
  const record = item as unknown as IdempotencyRecord;
  return record.expiresAt > now ? record : undefined;
}

/** To stand in the write's own transaction, so that there is never the one without the other. */
export function recordWrite({ use, outcome }: OutcomeOfUse, now: EpochMilliseconds): Write {
  const expiresAt = now + idempotencyMilliseconds;
  return {
    put: { ...use.key, requestDigest: use.requestDigest, outcome, expiresAt, ttl: toTtl(expiresAt) },
    condition: { expression: 'attribute_not_exists(pk) OR expiresAt <= :now', values: { ':now': now } },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
