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
/** What is left of a block's entry in a marker that was cleaned: one query of the markers' prefix finds both. */
export const pastEntryKey = (shop: ShopId, buyer: BuyerId, block: BlockId): Key => ({
  pk: `GATE#${shop}#${buyer}`,
  sk: `MARKER#${block}`,
});
export const profileKey = (buyer: BuyerId): Key => ({ pk: `BUYER#${buyer}`, sk: 'PROFILE' });
export const linksKey = (buyer: BuyerId): Key => ({ pk: `BUYER#${buyer}`, sk: 'LINKS' });
/** One row for each shop that blocks this buyer: dependent blocks, erasure and support find them here. */
export const blockedByKey = (buyer: BuyerId, shop: ShopId): Key => ({ pk: `BUYER#${buyer}`, sk: `BLOCKED#${shop}` });
export const groupKey = (group: GroupId): Key => ({ pk: `GROUP#${group}`, sk: 'HEAD' });
export const memberKey = (group: GroupId, buyer: BuyerId): Key => ({ pk: `GROUP#${group}`, sk: `MEMBER#${buyer}` });
export const idempotencyKey = (shop: ShopId, keyHash: string): Key => ({ pk: `IDEM#${shop}#${keyHash}`, sk: 'IDEM' });
/** A shop that a person may act for. The person stands in it as a digest: issuers choose subjects freely. */
export const membershipKey = (subjectDigest: string, shop: ShopId): Key => ({
  pk: `MEMBER#${subjectDigest}`,
  sk: `SHOP#${shop}`,
});
export const activityKey = (shop: ShopId, event: string): Key => ({ pk: `ACTIVITY#${shop}`, sk: event });
export const stoppedKey = (shop: ShopId, buyer: BuyerId, occasion: string): Key => ({
  pk: `STOPPED#${shop}#${buyer}#${occasion}`,
  sk: 'STOPPED',
});

/** A partition of its own for each refund, as for each order. */
export const refundKey = (shop: ShopId, refund: string): Key => ({ pk: `REFUND#${shop}#${refund}`, sk: 'REFUND' });
/** A buyer's cancellations, refunds and alerts in one shop. Apart from their orders: one of these does not make them a buyer of the shop. */
export const buyerHistoryKey = (shop: ShopId, buyer: BuyerId): Key => ({
  pk: `SHOPBUYER#${shop}#${buyer}`,
  sk: 'HISTORY',
});
export const alertKey = (shop: ShopId, alert: string): Key => ({ pk: `ALERT#${shop}#${alert}`, sk: 'ALERT' });
/** A withdrawal that came before its flag. */
export const withdrawalKey = (shop: ShopId, alert: string): Key => ({ pk: `ALERT#${shop}#${alert}`, sk: 'WITHDRAWAL' });
export const waiverKey = (shop: ShopId, type: 'order' | 'refund', id: string): Key => ({
  pk: `WAIVER#${shop}#${type}#${id}`,
  sk: 'WAIVER',
});
/** How many alerts are open and waivers pending now, of one shop. */
export const totalsKey = (shop: ShopId): Key => ({ pk: `STATS#${shop}`, sk: 'TOTALS' });
/** What was counted on one of the shop's days, named by the day's first instant. */
export const dayStatsKey = (shop: ShopId, dayKey: string): Key => ({ pk: `STATS#${shop}`, sk: `DAY#${dayKey}` });
/** The shop's live feed: its head, its entries by sequence number, and the events that stand in it. */
export const feedHeadKey = (shop: ShopId): Key => ({ pk: `FEED#${shop}`, sk: 'HEAD' });
export const feedEntryKey = (shop: ShopId, sequence: number): Key => ({
  pk: `FEED#${shop}`,
  sk: `ENTRY#${String(sequence).padStart(15, '0')}`,
});
export const feedSeenKey = (shop: ShopId, event: string): Key => ({ pk: `FEEDSEEN#${shop}#${event}`, sk: 'SEEN' });
export const ticketKey = (ticketHash: string): Key => ({ pk: `TICKET#${ticketHash}`, sk: 'TICKET' });
export const connectionKey = (connection: string): Key => ({ pk: `CONNECTION#${connection}`, sk: 'CONNECTION' });
export const shopConnectionKey = (shop: ShopId, connection: string): Key => ({
  pk: `LIVE#${shop}`,
  sk: `CONNECTION#${connection}`,
});
/** One digest of a shop's alerts, named by when it is due; and what has been put into one. */
export const digestKey = (shop: ShopId, digest: string): Key => ({ pk: `DIGEST#${shop}#${digest}`, sk: 'DIGEST' });
export const noticeKey = (shop: ShopId, notice: string): Key => ({ pk: `NOTICE#${shop}#${notice}`, sk: 'NOTICE' });
/** Why customer support lifted a block of this buyer. In a partition of the buyer's own, so that an erasure finds it. */
export const liftedKey = (root: BuyerId, shop: ShopId, block: BlockId): Key => ({
  pk: `LIFTED#${root}`,
  sk: `${shop}#${block}`,
});
/** How many blocks a shop made on one UTC date, and how many of them look retaliatory; and each block that is counted. */
export const blockDayKey = (date: string, shop: ShopId): Key => ({ pk: `BLOCKDAY#${date}`, sk: shop });
export const countedBlockKey = (shop: ShopId, block: BlockId): Key => ({
  pk: `COUNTEDBLOCK#${shop}#${block}`,
  sk: 'COUNTED',
});
/** How many buyers one seller has looked up in one shop lately. The seller stands in it as a digest, as in a membership. */
export const lookupCounterKey = (shop: ShopId, subjectDigest: string): Key => ({
  pk: `RATE#${shop}#${subjectDigest}`,
  sk: 'LOOKUPS',
});

/** Partitions of the index `listing`: it lists, it never decides. */
export const blocksListing = (shop: ShopId): string => `BLOCKS#${shop}`;
/** Open alerts by deadline, the others by when they ended. */
export const alertsListing = (shop: ShopId, kind: string, part: 'open' | 'closed'): string =>
  `ALERTS#${shop}#${kind}#${part}`;
export const waiversListing = (shop: ShopId): string => `WAIVERS#${shop}`;
export const shopsListing = 'SHOPS';
/** By digest: a username itself may stand only on profile and block items. */
export const usernameListing = (digest: string): string => `USERNAME#${digest}`;

/** Name of a map entry or attribute that belongs to a buyer. */
export const buyerAttribute = (buyer: BuyerId): string => `b#${buyer}`;

export const listingIndex = 'listing';
export const unpublishedIndex = 'unpublished';

/** One string for a key, to match results of a batch, which come in any order. */
export const keyText = (key: Key): string => `${key.pk}|${key.sk}`;
