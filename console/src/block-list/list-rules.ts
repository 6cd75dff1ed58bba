import { skeletonOf } from '../ui/username-rules.ts';
import type { Block } from './queries.ts';

/** What of the Block List is shown, and in which order. It stands in the address, so that it can be shared. */

export const reasons = [
  'malicious_refund',
  'abusive_review',
  'order_abuse',
  'harassment',
  'suspected_fraud',
  'reseller_abuse',
  'other',
] as const satisfies readonly Block['reason'][];
export const scopes = ['user_id_only', 'linked_user_ids'] as const satisfies readonly Block['scope'][];
export const durations = ['90_days', 'permanent'] as const satisfies readonly Block['duration'][];
/** The first holds where nothing else was chosen. */
export const orders = ['newest', 'ending', 'name'] as const;
export type Order = (typeof orders)[number];

export interface ListView {
  readonly search: string;
  readonly reason?: Block['reason'] | undefined;
  readonly scope?: Block['scope'] | undefined;
  readonly duration?: Block['duration'] | undefined;
  readonly isEndingSoon: boolean;
  readonly order: Order;
}

/** "Soon" is within so many days. */
export const soonDays = 30;

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text);

/** What an address asks for; what it asks for and is not known counts as not asked. */
export function viewOf(params: URLSearchParams): ListView {
  return {
    search: params.get('search') ?? '',
    reason: oneOf(reasons, params.get('reason')),
    scope: oneOf(scopes, params.get('scope')),
    duration: oneOf(durations, params.get('duration')),
    isEndingSoon: params.get('ending') === 'soon',
    order: oneOf(orders, params.get('order')) ?? orders[0],
  };
}

/** The address of a view, without what holds anyway. */
export function paramsOf({ search, reason, scope, duration, isEndingSoon, order }: ListView): Record<string, string> {
  return {
    ...(search !== '' && { search }),
    ...(reason && { reason }),
    ...(scope && { scope }),
    ...(duration && { duration }),
    ...(isEndingSoon && { ending: 'soon' }),
    ...(order !== orders[0] && { order }),
  };
}

export const isFiltered = ({ search, reason, scope, duration, isEndingSoon }: ListView): boolean =>
  search.trim() !== '' || Boolean(reason ?? scope ?? duration) || isEndingSoon;

/** @param now milliseconds since 1970. */
export function endsSoon({ expiresAt }: Pick<Block, 'expiresAt'>, now: number): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) - now <= soonDays * 86_400_000;
}

/** @param locale of the reader, in whose alphabet names are sorted. */
export function shownBlocks(blocks: readonly Block[], view: ListView, now: number, locale: string): readonly Block[] {
  const matches = searchFor(view.search);
  return blocks
    .filter(
      (block) =>
        (view.reason === undefined || block.reason === view.reason) &&
        (view.scope === undefined || block.scope === view.scope) &&
        (view.duration === undefined || block.duration === view.duration) &&
        (!view.isEndingSoon || endsSoon(block, now)) &&
        matches(block),
    )
    .toSorted(comparators(locale)[view.order]);
}

type Comparator = (one: Block, other: Block) => number;

function comparators(locale: string): Readonly<Record<Order, Comparator>> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const newest: Comparator = (one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt);
  const endOf = ({ expiresAt }: Block): number => (expiresAt === undefined ? Infinity : Date.parse(expiresAt));
  return {
    newest,
    // Two permanent ones: Infinity less Infinity is no number.
    ending: (one, other) => (endOf(one) === endOf(other) ? newest(one, other) : endOf(one) - endOf(other)),
    name: (one, other) => compare(one.username ?? '\uffff', other.username ?? '\uffff') || newest(one, other),
  };
}

interface SearchTexts {
  readonly plain: string;
  /** As the eye sees the name: who types Latin letters finds the Cyrillic look-alike, too. */
  readonly seen: string;
}

const known = new WeakMap<Block, SearchTexts>();
const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase();

function textsOf(block: Block): SearchTexts {
  const before = known.get(block);
  if (before) return before;
  const { username = '', note = '', buyerId } = block;
  const texts = { plain: plainOf(`${username}\n${note}\n${buyerId}`), seen: skeletonOf(username) };
  known.set(block, texts);
  return texts;
}

/** Every word of the search has to be in name, note or ID. */
function searchFor(search: string): (block: Block) => boolean {
  const words = search.split(/\s+/u).filter((word) => word !== '');
  const wanted = words.map((word) => ({ plain: plainOf(word), seen: skeletonOf(word) }));
  return (block) => {
    const { plain, seen } = textsOf(block);
    return wanted.every((word) => plain.includes(word.plain) || (word.seen.length > 2 && seen.includes(word.seen)));
  };
}
