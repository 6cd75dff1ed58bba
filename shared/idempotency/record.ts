import { createHash } from 'node:crypto';
import { type EpochMilliseconds, toTtl } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { idempotencyKey, type Key } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';

/** How long a key is honoured. */
export const idempotencyMilliseconds = 24 * 3_600_000;

/** One use of an `Idempotency-Key`: where its record stands and what it was for. */
export interface IdempotentUse {
  readonly key: Key;
  /** Digest of route, path and parsed body: the same key for anything else is refused. */
  readonly requestDigest: string;
}

/** What a success left behind: IDs and enumerations that rebuild its answer, never the answer's names and notes. */
export interface IdempotencyRecord {
  readonly requestDigest: string;
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly expiresAt: EpochMilliseconds;
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

/** The record while it is honoured: DynamoDB may delete it days after its time. */
export function liveRecord(item: Item | undefined, now: EpochMilliseconds): IdempotencyRecord | undefined {
  if (!item) return undefined;
  const record = item as unknown as IdempotencyRecord;
  return record.expiresAt > now ? record : undefined;
}

/**
 * That a key is used again for what it was used for.
 *
 * @throws AppError `idempotency_key_reused` otherwise.
 */
export function assertSameRequest(record: IdempotencyRecord, use: IdempotentUse | undefined): void {
  if (record.requestDigest !== use?.requestDigest) {
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
}

/** To stand in the write's own transaction, so that there is never the one without the other. */
export function recordWrite(use: IdempotentUse, outcome: IdempotencyRecord['outcome'], now: EpochMilliseconds): Write {
  const expiresAt = now + idempotencyMilliseconds;
  return {
    put: { ...use.key, requestDigest: use.requestDigest, outcome, expiresAt, ttl: toTtl(expiresAt) },
    condition: { expression: 'attribute_not_exists(pk) OR expiresAt <= :now', values: { ':now': now } },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
