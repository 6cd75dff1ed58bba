import type { Role } from './rules.ts';
import type { ShopId } from '../kernel/ids.ts';

export interface Member {
  /** Whom the issuer of tokens calls so. A person: never in a key, a log or an event. */
  readonly subject: string;
  readonly role: Role;
}

/** One shop that a person may act for. */
export interface Membership {
  readonly shopId: ShopId;
  readonly role: Role;
}

export interface MemberChanges {
  /** New members, and those with another role. */
  readonly put: readonly Member[];
  /** Subjects that are members no more. */
  readonly removed: readonly string[];
}

/**
 * Changes that one write takes: each is an item of its transaction, which holds 100, and the access, the ledger and
 * the event stand in it too.
 */
export const mostMemberChanges = 90;

/**
 * Length of the claim `shops`, in characters. API Gateway's HTTP APIs take 10,240 bytes of headers in all, base64 adds a
 * third, and the rest of a token and a browser's own headers need their place. 150 shops with IDs of 19 digits fit, and 56
 * with the longest IDs.
 */
export const longestClaim = 4096;

/** What differs between the members before and after; a subject stands in each list once. */
export function memberChanges(before: readonly Member[], after: readonly Member[]): MemberChanges {
  const roles = new Map(before.map(({ subject, role }) => [subject, role]));
  const staying = new Set(after.map(({ subject }) => subject));
  return {
    put: after.filter(({ subject, role }) => roles.get(subject) !== role),
    removed: [...roles.keys()].filter((subject) => !staying.has(subject)),
  };
}

/**
 * The claim `shops` of an access token: `<shopId>:<role>`, separated by spaces. Shops that do not fit are left out,
 * the last ones first: a person who works for too many shops can use most of them, instead of none.
 */
export function shopsClaim(memberships: readonly Membership[]): { readonly claim: string; readonly leftOut: number } {
  const entries = memberships.map(({ shopId, role }) => `${shopId}:${role}`);
  let length = 0;
  const fitting = entries.findIndex((entry, index) => {
    length += entry.length + (index === 0 ? 0 : 1);
    return length > longestClaim;
  });
  const shown = fitting === -1 ? entries.length : fitting;
  return { claim: entries.slice(0, shown).join(' '), leftOut: entries.length - shown };
}
