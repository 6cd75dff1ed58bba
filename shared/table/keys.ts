import type { BlockId, BuyerId, GroupId, OrderId, ShopId } from '../kernel/ids.ts';

/**
 * Every key of the one table. IDs hold no `#` (see `idPattern`), so no two keys can collide;
 * an ID used as an attribute name carries a prefix, since it may be `pk` or `__proto__`.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const accessKey = (shop: ShopId): Key => ({ pk: `SHOP#${shop}`, sk: 'ACCESS' });
export const ledgerKey = (shop: ShopId): Key => ({ pk: `SHOP#${shop}`, sk: 'LEDGER' });
export const blockKey = (shop: ShopId, root: BuyerId): Key => ({ pk: `SHOP#${shop}`, sk: `BLOCK#${root}` });
export const endedBlockKey = (shop: ShopId, block: BlockId): Key => ({ pk: `ENDED#${shop}#${block}`, sk: 'ENDED' });
/** A buyer's orders in one shop: that there are any, and how many are open. */
export const shopBuyerKey = (shop: ShopId, buyer: BuyerId): Key => ({ pk: `SHOPBUYER#${shop}#${buyer}`, sk: 'ORDERS' });
/** A partition of its own for each order: a big shop's orders may not meet in one. */
export const orderKey = (shop: ShopId, order: OrderId): Key => ({ pk: `ORDER#${shop}#${order}`, sk: 'ORDER' });
/** The gate's marker, in a partition that no other buyer shares. */
export const markerKey = (shop: ShopId, buyer: BuyerId): Key => ({ pk: `GATE#${shop}#${buyer}`, sk: 'MARKER' });
export const profileKey = (buyer: BuyerId): Key => ({ pk: `BUYER#${buyer}`, sk: 'PROFILE' });
export const linksKey = (buyer: BuyerId): Key => ({ pk: `BUYER#${buyer}`, sk: 'LINKS' });
/** One row for each shop that blocks this buyer: leaning blocks, erasure and support find them here. */
export const blockedByKey = (buyer: BuyerId, shop: ShopId): Key => ({ pk: `BUYER#${buyer}`, sk: `BLOCKED#${shop}` });
export const groupKey = (group: GroupId): Key => ({ pk: `GROUP#${group}`, sk: 'HEAD' });
export const memberKey = (group: GroupId, buyer: BuyerId): Key => ({ pk: `GROUP#${group}`, sk: `MEMBER#${buyer}` });
export const idempotencyKey = (shop: ShopId, keyHash: string): Key => ({ pk: `IDEM#${shop}#${keyHash}`, sk: 'IDEM' });
export const activityKey = (shop: ShopId, event: string): Key => ({ pk: `ACTIVITY#${shop}`, sk: event });
export const stoppedKey = (shop: ShopId, buyer: BuyerId, occasion: string): Key => ({
  pk: `STOPPED#${shop}#${buyer}#${occasion}`,
  sk: 'STOPPED',
});

/** Partitions of the index `listing`: it lists, it never decides. */
export const blocksListing = (shop: ShopId): string => `BLOCKS#${shop}`;
export const shopsListing = 'SHOPS';
/** By digest: a username itself may stand only on profile and block items. */
export const usernameListing = (digest: string): string => `USERNAME#${digest}`;

/** Name of a map entry or attribute that belongs to a buyer. */
export const buyerAttribute = (buyer: BuyerId): string => `b#${buyer}`;

export const listingIndex = 'listing';
export const unpublishedIndex = 'unpublished';

/** One string for a key, to match results of a batch, which come in any order. */
export const keyText = (key: Key): string => `${key.pk}|${key.sk}`;
