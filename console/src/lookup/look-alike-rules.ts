import { looksLike, skeletonOf } from '../ui/username-rules.ts';

/** A buyer whose name the page knows, and from where. */
export interface KnownBuyer {
  readonly buyerId: string;
  readonly username: string;
  readonly avatarUrl?: string | undefined;
  readonly from: 'block' | 'alert' | 'lookup';
  /** Since when they are blocked, or when the alert was raised; RFC 3339. */
  readonly at?: string | undefined;
}

export interface LookAlike extends KnownBuyer {
  /** `same`: they look the same; `similar`: one letter more, less or other, or other dots and dashes. */
  readonly likeness: 'same' | 'similar';
}

/** More than these would be read by nobody. */
const most = 2;

/** Those of the known buyers for whom a person could take this one, the most alike first. */
export function lookAlikesOf(
  buyer: { readonly buyerId: string; readonly username: string },
  known: readonly KnownBuyer[],
): readonly LookAlike[] {
  const others = new Map<string, LookAlike>();
  for (const other of known) {
    if (other.buyerId === buyer.buyerId || others.has(other.buyerId)) continue;
    const likeness = likenessOf(buyer.username, other.username);
    if (likeness) others.set(other.buyerId, { ...other, likeness });
  }
  return [...others.values()].toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

const rank = ({ likeness }: LookAlike): number => (likeness === 'same' ? 0 : 1);

/** Also of one name that two buyers claim: that is as alike as it gets. */
export function likenessOf(one: string, other: string): LookAlike['likeness'] | undefined {
  if (one === other || looksLike(one, other)) return 'same';
  const [left, right] = [foldedOf(one), foldedOf(other)];
  if (left === right) return 'similar';
  // Names that only count on are told apart by their number: everybody looks at it.
  if (withoutDigits(one) === withoutDigits(other)) return undefined;
  const isLong = Math.min(left.length, right.length) >= shortestSimilar;
  return isLong && isOneEdit([...left], [...right]) ? 'similar' : undefined;
}

/** In shorter names, one other letter makes another word. */
const shortestSimilar = 6;
const foldedOf = (name: string): string => skeletonOf(name).replaceAll(/[._-]/g, '');
const withoutDigits = (name: string): string => name.toLowerCase().replaceAll(/\p{N}/gu, '');

/** One letter more, less or other, or two neighbours swapped. */
function isOneEdit(left: readonly string[], right: readonly string[]): boolean {
  const length = Math.min(left.length, right.length);
  let start = 0;
  while (start < length && left[start] === right[start]) start++;
  let end = 0;
  while (end < length - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  const isSwap = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
  return Math.max(a.length, b.length) <= 1 || isSwap;
}
