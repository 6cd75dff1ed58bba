import type { BlockId, BuyerId, GroupId, OrderId, ShopId } from '../kernel/ids.ts';
import type { PartitionKey } from '../kernel/words/partition-key.ts';

/**
 * Every key of the one table. IDs hold no `#` (see `idPattern`), so no two keys can collide;
 * an ID used as an attribute name carries a prefix, since it may be `pk` or `__proto__`.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What the functions below make: its partition begins as grants know it. */
interface OwnKey extends Key {
  readonly pk: PartitionKey;
}

export const accessKey = (shop: ShopId): OwnKey => ({ pk: `SHOP#${shop}`, sk: 'ACCESS' });
export const ledgerKey = (shop: ShopId): OwnKey => ({ pk: `SHOP#${shop}`, sk: 'LEDGER' });
export const blockKey = (shop: ShopId, root: BuyerId): OwnKey => ({ pk: `SHOP#${shop}`, sk: `BLOCK#${root}` });
export const exemptionKey = (shop: ShopId, buyer: BuyerId): OwnKey => ({ pk: `SHOP#${shop}`, sk: `EXEMPT#${buyer}` });
/** Who takes a place on the exempt list. */
export const exemptPlacesKey = (shop: ShopId): OwnKey => ({ pk: `SHOP#${shop}`, sk: 'EXEMPTPLACES' });
export const endedBlockKey = (shop: ShopId, block: BlockId): OwnKey => ({ pk: `ENDED#${shop}#${block}`, sk: 'ENDED' });
/** The last block of a buyer that a seller of a shop has removed. In a partition of the buyer's own, so that an erasure finds it. */
export const removedBlockKey = (root: BuyerId, shop: ShopId): OwnKey => ({ pk: `REMOVED#${root}`, sk: shop });
/** A buyer's orders in one shop: that there are any, and how many are open. */
export const shopBuyerKey = (shop: ShopId, buyer: BuyerId): OwnKey => ({
  pk: `SHOPBUYER#${shop}#${buyer}`,
  sk: 'ORDERS',
});
/** A partition of its own for each order: a big shop's orders may not meet in one. */
export const orderKey = (shop: ShopId, order: OrderId): OwnKey => ({ pk: `ORDER#${shop}#${order}`, sk: 'ORDER' });
/** The gate's marker, in a partition that no other buyer shares. */
export const markerKey = (shop: ShopId, buyer: BuyerId): OwnKey => ({ pk: `GATE#${shop}#${buyer}`, sk: 'MARKER' });
/** What is left of a block's entry in a marker that was cleaned: one query of the markers' prefix finds both. */
export const pastEntryKey = (shop: ShopId, buyer: BuyerId, block: BlockId): OwnKey => ({
  pk: `GATE#${shop}#${buyer}`,
  sk: `MARKER#${block}`,
});
/**
 * One time in which an exemption held, kept for orders that are told of late. Under the markers' prefix too; IDs hold no `#`,
 * so that it is no block's.
 */
export const exemptPeriodKey = (shop: ShopId, buyer: BuyerId, exemption: string): OwnKey => ({
  pk: `GATE#${shop}#${buyer}`,
  sk: `MARKER#EXEMPT#${exemption}`,
});
export const profileKey = (buyer: BuyerId): OwnKey => ({ pk: `BUYER#${buyer}`, sk: 'PROFILE' });
export const linksKey = (buyer: BuyerId): OwnKey => ({ pk: `BUYER#${buyer}`, sk: 'LINKS' });
/** One row for each shop that blocks this buyer: dependent blocks, erasure and support find them here. */
export const blockedByKey = (buyer: BuyerId, shop: ShopId): OwnKey => ({ pk: `BUYER#${buyer}`, sk: `BLOCKED#${shop}` });
/** One row for each shop that exempts this buyer: an erasure finds them here. */
export const exemptInKey = (buyer: BuyerId, shop: ShopId): OwnKey => ({ pk: `BUYER#${buyer}`, sk: `EXEMPT#${shop}` });
export const groupKey = (group: GroupId): OwnKey => ({ pk: `GROUP#${group}`, sk: 'HEAD' });
/** The whole membership on one item, for counting accounts that several groups link. */
export const rosterKey = (group: GroupId): OwnKey => ({ pk: `GROUP#${group}`, sk: 'ROSTER' });
export const memberKey = (group: GroupId, buyer: BuyerId): OwnKey => ({ pk: `GROUP#${group}`, sk: `MEMBER#${buyer}` });
export const idempotencyKey = (shop: ShopId, keyHash: string): OwnKey => ({
  pk: `IDEM#${shop}#${keyHash}`,
  sk: 'IDEM',
});
/** A shop that a person may act for. The person stands in it as a digest: issuers choose subjects freely. */
export const membershipKey = (subjectDigest: string, shop: ShopId): OwnKey => ({
  pk: `MEMBER#${subjectDigest}`,
  sk: `SHOP#${shop}`,
});
export const activityKey = (shop: ShopId, event: string): OwnKey => ({ pk: `ACTIVITY#${shop}`, sk: event });
export const stoppedKey = (shop: ShopId, buyer: BuyerId, occasion: string): OwnKey => ({
  pk: `STOPPED#${shop}#${buyer}#${occasion}`,
  sk: 'STOPPED',
});
/** What a block has prevented. Of its ID, so that a block that is restored goes on counting. */
export const preventedKey = (shop: ShopId, block: BlockId): OwnKey => ({
  pk: `PREVENTED#${shop}#${block}`,
  sk: 'PREVENTED',
});

/** A partition of its own for each refund, as for each order. */
export const refundKey = (shop: ShopId, refund: string): OwnKey => ({ pk: `REFUND#${shop}#${refund}`, sk: 'REFUND' });
/** A buyer's cancellations, refunds and alerts in one shop. Apart from their orders: one of these does not make them a buyer of the shop. */
export const buyerHistoryKey = (shop: ShopId, buyer: BuyerId): OwnKey => ({
  pk: `SHOPBUYER#${shop}#${buyer}`,
  sk: 'HISTORY',
});
export const alertKey = (shop: ShopId, alert: string): OwnKey => ({ pk: `ALERT#${shop}#${alert}`, sk: 'ALERT' });
/** A withdrawal that came before its flag. */
export const withdrawalKey = (shop: ShopId, alert: string): OwnKey => ({
  pk: `ALERT#${shop}#${alert}`,
  sk: 'WITHDRAWAL',
});
export const waiverKey = (shop: ShopId, type: 'order' | 'refund', id: string): OwnKey => ({
  pk: `WAIVER#${shop}#${type}#${id}`,
  sk: 'WAIVER',
});
/** How many alerts are open and waivers pending now, of one shop. */
export const totalsKey = (shop: ShopId): OwnKey => ({ pk: `STATS#${shop}`, sk: 'TOTALS' });
/** What was counted on one of the shop's days, named by the day's first instant. */
export const dayStatsKey = (shop: ShopId, dayKey: string): OwnKey => ({ pk: `STATS#${shop}`, sk: `DAY#${dayKey}` });
/** The shop's live feed: its head, its entries by sequence number, and the events that stand in it. */
export const feedHeadKey = (shop: ShopId): OwnKey => ({ pk: `FEED#${shop}`, sk: 'HEAD' });
export const feedEntryKey = (shop: ShopId, sequence: number): OwnKey => ({
  pk: `FEED#${shop}`,
  sk: `ENTRY#${String(sequence).padStart(15, '0')}`,
});
export const feedSeenKey = (shop: ShopId, event: string): OwnKey => ({ pk: `FEEDSEEN#${shop}#${event}`, sk: 'SEEN' });
export const ticketKey = (ticketHash: string): OwnKey => ({ pk: `TICKET#${ticketHash}`, sk: 'TICKET' });
export const connectionKey = (connection: string): OwnKey => ({ pk: `CONNECTION#${connection}`, sk: 'CONNECTION' });
export const shopConnectionKey = (shop: ShopId, connection: string): OwnKey => ({
  pk: `LIVE#${shop}`,
  sk: `CONNECTION#${connection}`,
});
/** One digest of a shop's alerts, named by when it is due; and what has been put into one. */
export const digestKey = (shop: ShopId, digest: string): OwnKey => ({ pk: `DIGEST#${shop}#${digest}`, sk: 'DIGEST' });
/** A block's end, as one digest tells it: beside the digest, so that one query finds them. */
export const endingKey = (shop: ShopId, digest: string, block: BlockId): OwnKey => ({
  ...digestKey(shop, digest),
  sk: `END#${block}`,
});
export const noticeKey = (shop: ShopId, notice: string): OwnKey => ({ pk: `NOTICE#${shop}#${notice}`, sk: 'NOTICE' });
/** Why customer support lifted a block of this buyer. In a partition of the buyer's own, so that an erasure finds it. */
export const liftedKey = (root: BuyerId, shop: ShopId, block: BlockId): OwnKey => ({
  pk: `LIFTED#${root}`,
  sk: `${shop}#${block}`,
});
/** How many blocks a shop made on one UTC date, and how many of them look retaliatory; and each block that is counted. */
export const blockDayKey = (date: string, shop: ShopId): OwnKey => ({ pk: `BLOCKDAY#${date}`, sk: shop });
export const countedBlockKey = (shop: ShopId, block: BlockId, as: 'made' | 'lifted' | 'upheld'): OwnKey => ({
  pk: `COUNTEDBLOCK#${shop}#${block}`,
  sk: as === 'made' ? 'COUNTED' : as.toUpperCase(),
});
/** How many buyers one seller has looked up in one shop lately. The seller stands in it as a digest, as in a membership. */
export const lookupCounterKey = (shop: ShopId, subjectDigest: string): OwnKey => ({
  pk: `RATE#${shop}#${subjectDigest}`,
  sk: 'LOOKUPS',
});
export const writeCounterKey = (shop: ShopId, subjectDigest: string): OwnKey => ({
  ...lookupCounterKey(shop, subjectDigest),
  sk: 'WRITES',
});
/** How many rows of several blocks at once one seller has sent in one shop lately. */
export const bulkCounterKey = (shop: ShopId, subjectDigest: string): OwnKey => ({
  ...lookupCounterKey(shop, subjectDigest),
  sk: 'BULK',
});

/** A complaint about the end of an access. In a partition of its own, since ops decide it by its ID alone. */
export const complaintKey = (complaint: string): OwnKey => ({ pk: `COMPLAINT#${complaint}`, sk: 'COMPLAINT' });
/** Which complaint of a shop is the last one. */
export const lastComplaintKey = (shop: ShopId): OwnKey => ({ pk: `SHOP#${shop}`, sk: 'COMPLAINT' });

/** What a shop is told of by message, and when. */
export const notificationSettingsKey = (shop: ShopId): OwnKey => ({ pk: `SHOP#${shop}`, sk: 'NOTIFICATIONS' });

/** Partitions of the index `listing`: it lists, it never decides. */
export const blocksListing = (shop: ShopId): PartitionKey => `BLOCKS#${shop}`;
/** What is left of the blocks of one buyer that have ended, and the orders that blocks of this very buyer have stopped. */
export const endedBlocksListing = (shop: ShopId, root: BuyerId): PartitionKey => `ENDEDBLOCKS#${shop}#${root}`;
export const stopsListing = (shop: ShopId, root: BuyerId): PartitionKey => `STOPS#${shop}#${root}`;
export const exemptionsListing = (shop: ShopId): PartitionKey => `EXEMPTIONS#${shop}`;
/** Open alerts by deadline, the others by when they ended. */
export const alertsListing = (shop: ShopId, kind: string, part: 'open' | 'closed'): PartitionKey =>
  `ALERTS#${shop}#${kind}#${part}`;
export const waiversListing = (shop: ShopId): PartitionKey => `WAIVERS#${shop}`;
export const shopsListing = 'SHOPS' satisfies PartitionKey;
export const complaintsListing = (state: string): PartitionKey => `COMPLAINTS#${state}`;
/** By digest: a username itself may stand only on profile and block items. */
export const usernameListing = (digest: string): PartitionKey => `USERNAME#${digest}`;

/** Name of a map entry or attribute that belongs to a buyer. */
export const buyerAttribute = (buyer: BuyerId): string => `b#${buyer}`;

/** Of a marker: that the shop exempts its buyer. No buyer's attribute is called so, since theirs have a prefix. */
export const exemptionAttribute = 'exemption';

export const listingIndex = 'listing';
export const unpublishedIndex = 'unpublished';

/** One string for a key, to match results of a batch, which come in any order. */
export const keyText = (key: Key): string => `${key.pk}|${key.sk}`;
