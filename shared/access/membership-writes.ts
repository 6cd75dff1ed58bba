import { createHash } from 'node:crypto';
import type { ShopId } from '../kernel/ids.ts';
import { membershipKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import type { MemberChanges } from './member-rules.ts';

/**
 * A subject as part of a key: issuers choose them freely, with `#`, `|` or `@`, and they name people.
 *
 * @returns SHA-256 in hex.
 */
export function subjectDigest(subject: string): string {
  return createHash('sha256').update(subject).digest('hex');
}

/**
 * The rows by which a sign-in finds its shops, for the transaction that changes the members themselves: so they can
 * never differ from them.
 */
export function membershipWrites(shopId: ShopId, { put, removed }: MemberChanges): Record<string, Write> {
  const writes: Record<string, Write> = {};
  for (const { subject, role } of put) {
    const digest = subjectDigest(subject);
    writes[`member ${digest}`] = { put: { ...membershipKey(digest, shopId), shopId, role } };
  }
  for (const subject of removed) {
    const digest = subjectDigest(subject);
    writes[`member ${digest}`] = { delete: membershipKey(digest, shopId) };
  }
  return writes;
}
