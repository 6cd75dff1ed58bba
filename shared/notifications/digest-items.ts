import type { AlertId } from '../alerts/rules.ts';
import type { EpochMilliseconds, EpochSeconds } from '../kernel/clock.ts';
import type { Item } from '../table/batch-get.ts';
import type { Key } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import type { Digest, DigestStatus } from './rules.ts';

/** What one digest names. A longer list would make each write of it dearer, and tell nobody more. */
export const mostNamed = 200;

const status = { '#status': 'status' };

/** The digest that an item holds. */
export function toDigest(item: Item | undefined): Digest | undefined {
  if (!item) return undefined;
  const { claims = 0, repeats = 0, more = 0, claimedAt, alertIds } = item;
  return {
    status: item['status'] as DigestStatus,
    claims: Number(claims),
    repeats: Number(repeats),
    more: Number(more),
    alertIds: [...((alertIds as ReadonlySet<string> | undefined) ?? [])],
    ...(claimedAt === undefined ? {} : { claimedAt: Number(claimedAt) }),
  };
}

/** Puts a notice into a digest that nobody has begun to send; without an `alertId` it is only counted. */
export function addToDigest(
  key: Key,
  {
    alertId,
    shopId,
    ttl,
  }: { readonly alertId: AlertId | undefined; readonly shopId: string; readonly ttl: EpochSeconds },
): Write {
  const open = '(attribute_not_exists(pk) OR #status = :pending)';
  const room = '(attribute_not_exists(alertIds) OR contains(alertIds, :alertId) OR size(alertIds) < :most)';
  return {
    update: key,
    expression: `SET #status = :pending, shopId = :shopId, #ttl = :ttl ADD ${alertId === undefined ? 'more :one' : 'alertIds :alertIds'}`,
    condition: { expression: alertId === undefined ? open : `${open} AND ${room}` },
    names: { ...status, '#ttl': 'ttl' },
    values: {
      ':pending': 'pending',
      ':shopId': shopId,
      ':ttl': ttl,
      ...(alertId === undefined
        ? { ':one': 1 }
        : { ':alertIds': new Set([alertId]), ':alertId': alertId, ':most': mostNamed }),
    },
  };
}

/** Opens a digest for what stands beside it in rows of its own, unless somebody has begun to send it. */
export function countInDigest(
  key: Key,
  { shopId, ttl }: { readonly shopId: string; readonly ttl: EpochSeconds },
): Write {
  return {
    update: key,
    expression: 'SET #status = :pending, shopId = :shopId, #ttl = :ttl ADD ends :one',
    condition: { expression: '(attribute_not_exists(pk) OR #status = :pending)' },
    names: { ...status, '#ttl': 'ttl' },
    values: { ':pending': 'pending', ':shopId': shopId, ':ttl': ttl, ':one': 1 },
  };
}

/** Claims a digest as it was read. Notices may still have come in since: what it holds is to be read after this. */
export function claimWrite(key: Key, before: Digest, mayRepeat: boolean, now: EpochMilliseconds): Write {
  return {
    update: key,
    expression: 'SET #status = :claimed, claimedAt = :now, claims = :claims, repeats = :repeats',
    condition: {
      expression:
        '#status = :before AND (claims = :beforeClaims OR (attribute_not_exists(claims) AND :beforeClaims = :zero))',
    },
    names: status,
    values: {
      ':claimed': 'claimed',
      ':now': now,
      ':claims': before.claims + 1,
      ':repeats': before.repeats + (mayRepeat ? 1 : 0),
      ':before': before.status,
      ':beforeClaims': before.claims,
      ':zero': 0,
    },
  };
}

/** What became of a claim: `pending` gives it back, since certainly nothing was sent. */
export interface Finish {
  readonly status: Exclude<DigestStatus, 'claimed'>;
  readonly at: EpochMilliseconds;
  /** Why it was skipped or failed: a word of ours or the name of an error. */
  readonly reason?: string;
}

export function finishWrite(key: Key, claims: number, { status: to, at, reason }: Finish): Write {
  return {
    update: key,
    expression: `SET #status = :to, endedAt = :at${reason === undefined ? '' : ', failure = :reason'}`,
    condition: { expression: '#status = :claimed AND claims = :claims' },
    names: status,
    values: {
      ':to': to,
      ':at': at,
      ':claimed': 'claimed',
      ':claims': claims,
      ...(reason === undefined ? {} : { ':reason': reason }),
    },
  };
}
