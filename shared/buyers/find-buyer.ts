import type { ShopScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { strengthOf } from '../link-groups/evidence-rules.ts';
import type { EvidenceCount } from '../link-groups/evidence-rules.ts';
import type { KnownBuyer, LookupStore } from './lookup-store.ts';

export interface FindBuyerDeps {
  readonly store: LookupStore;
  /** Kinds of evidence that ops hold to be strong. */
  readonly strongEvidence: ReadonlySet<string>;
}

/** How a seller names the buyer: by username, or as one who ordered here; `undefined` when an order or buyer is not the shop's. */
export type BuyerQuery = { readonly username: string } | { readonly orderedBy: BuyerId | undefined };

/** What a seller sees of a buyer: of linked accounts no more than how many, and by which kinds of evidence. */
export interface FoundBuyer {
  readonly buyerId: BuyerId;
  readonly username: string;
  readonly avatarUrl: string;
  readonly linkedAccounts: number;
  readonly links: readonly EvidenceCount[];
  readonly strength?: 'weak' | 'strong';
  readonly openOrders: number;
  /** By a block of this very buyer: one that covers them through a link would tell of the link. */
  readonly isBlocked: boolean;
  /** Whether the shop exempts this buyer from blocks through links, linked or not. */
  readonly isExempt: boolean;
}

/**
 * The one buyer who ordered in this shop and whom the query names. A buyer of other shops only, an erased one
 * and one who never was are all told alike, after the same reads. However many others claim the username elsewhere,
 * nobody here learns of it.
 *
 * @throws AppError `buyer_not_found`; `username_ambiguous` while two buyers of this shop claim the username.
 */
export async function findBuyer(
  { store, strongEvidence }: FindBuyerDeps,
  scope: ShopScope,
  query: BuyerQuery,
  now: EpochMilliseconds,
): Promise<FoundBuyer> {
  const [buyer, ...others] = await candidates(store, scope, query);
  if (!buyer)
    throw new AppError(
      'buyer_not_found',
      'No buyer who is known to have ordered in this shop matches exactly. One whose first order was placed just now may not be known yet.',
    );
  if (others.length > 0)
    throw new AppError(
      'username_ambiguous',
      'Two buyers claim this username at the moment. Look the buyer up through an order.',
    );
  const { accounts, links } = await store.countLinkedAccounts(buyer);
  const strength = strengthOf(links, strongEvidence);
  return {
    buyerId: buyer.buyerId,
    username: buyer.username,
    avatarUrl: buyer.avatarUrl,
    linkedAccounts: accounts,
    links,
    ...(strength && { strength }),
    openOrders: buyer.openOrders,
    isBlocked: buyer.blockedUntil !== undefined && now < buyer.blockedUntil,
    isExempt: buyer.isExempt,
  };
}

/**
 * By a username, no more is read of a buyer than whether they ordered here, until it is known that they did: a profile takes
 * time to send and to parse, which a seller could measure. An order of this shop, or what it keeps of a buyer, says so by itself.
 */
export async function candidates(
  store: LookupStore,
  scope: ShopScope,
  query: BuyerQuery,
): Promise<readonly KnownBuyer[]> {
  if ('orderedBy' in query) return store.buyersOfShop(scope, query.orderedBy === undefined ? [] : [query.orderedBy]);
  const here = await store.orderedHere(scope, await store.suggestions(query.username));
  if (here.length === 0) return [];
  const buyers = await store.buyersOfShop(scope, here);
  // Equal code point for code point: the same strings in UTF-16 are the same code points.
  return buyers.filter((buyer) => buyer.username === query.username);
}
