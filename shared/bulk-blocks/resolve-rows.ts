import type { ShopScope } from '../access/scope.ts';
import { candidates } from '../buyers/find-buyer.ts';
import type { KnownBuyer, LookupStore } from '../buyers/lookup-store.ts';
import { mapAtOnce } from '../kernel/at-once.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { leftOut, refusalOf } from './row-refusal.ts';
import type { RowResult } from './rules.ts';

/** Whom a row names. */
export interface NamedBuyer {
  readonly username: string;
  readonly buyerId?: BuyerId | undefined;
}

/** The buyer, one of the shop's; or why there is none. */
export type Resolved =
  | { readonly type: 'buyer'; readonly buyer: KnownBuyer }
  | { readonly type: 'refused'; readonly result: RowResult };

const lookupsAtOnce = 8;

/**
 * The buyers whom rows name, as the lookup by username finds them: by the same reads, so that a name which only other
 * shops' buyers bear takes as long as one that nobody bears. Each name is looked up once, however many rows repeat it:
 * what its time would tell does not add up.
 *
 * @param isOver whether there is no time left to begin another.
 */
export async function resolveRows(
  store: LookupStore,
  scope: ShopScope,
  rows: readonly NamedBuyer[],
  isOver: () => boolean,
): Promise<readonly Resolved[]> {
  const named = new Map(rows.map((row) => [textOf(row), row]));
  const found = await mapAtOnce([...named.values()], lookupsAtOnce, (row) => resolve(store, scope, row, isOver));
  const byText = new Map([...named.keys()].map((text, index) => [text, found[index]]));
  return rows.map((row) => byText.get(textOf(row)) ?? refused(leftOut));
}

const textOf = ({ username, buyerId }: NamedBuyer): string => JSON.stringify([username, buyerId]);

async function resolve(
  store: LookupStore,
  scope: ShopScope,
  { username, buyerId }: NamedBuyer,
  isOver: () => boolean,
): Promise<Resolved> {
  if (isOver()) return refused(leftOut);
  try {
    const [buyer, ...others] =
      buyerId === undefined ? await candidates(store, scope, { username }) : await knownById(store, scope, buyerId);
    if (!buyer) return refused({ outcome: 'buyer_not_found' });
    if (others.length > 0) return refused({ outcome: 'username_ambiguous' });
    if (buyer.username !== username) return refused({ outcome: 'username_mismatch' });
    return { type: 'buyer', buyer };
  } catch (error) {
    return refused(refusalOf(error));
  }
}

/** By an ID, too, no more is read than whether they ordered here, until it is known that they did. */
async function knownById(store: LookupStore, scope: ShopScope, buyerId: BuyerId): Promise<readonly KnownBuyer[]> {
  const here = await store.orderedHere(scope, [buyerId]);
  return here.length === 0 ? [] : store.buyersOfShop(scope, here);
}

function refused(result: RowResult): Resolved {
  return { type: 'refused', result };
}
