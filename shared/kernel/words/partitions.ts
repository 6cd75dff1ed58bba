/**
 * What the keys of the one table's partitions begin with: grants name them, and the type of a key holds `table/keys.ts` to them, where
 * they stand as they are, since each would cost the gate's bundle some bytes. Those that end in `#` begin many partitions.
 */
export const shop = 'SHOP#';
export const endedBlock = 'ENDED#';
export const removedBlock = 'REMOVED#';
export const shopBuyer = 'SHOPBUYER#';
export const order = 'ORDER#';
export const refund = 'REFUND#';
export const marker = 'GATE#';
export const buyer = 'BUYER#';
export const group = 'GROUP#';
export const idempotency = 'IDEM#';
export const membership = 'MEMBER#';
export const activity = 'ACTIVITY#';
export const stopped = 'STOPPED#';
/** What each block has prevented. */
export const prevented = 'PREVENTED#';
export const alert = 'ALERT#';
export const waiver = 'WAIVER#';
export const stats = 'STATS#';
export const feed = 'FEED#';
export const feedSeen = 'FEEDSEEN#';
export const ticket = 'TICKET#';
export const connection = 'CONNECTION#';
export const shopConnections = 'LIVE#';
export const digest = 'DIGEST#';
export const notice = 'NOTICE#';
export const lifted = 'LIFTED#';
export const blockDay = 'BLOCKDAY#';
export const countedBlock = 'COUNTEDBLOCK#';
export const lookupCounter = 'RATE#';
export const complaint = 'COMPLAINT#';

/** In a shop's partition, what the sort keys of its blocks begin with: the stream's consumers tell them by it. */
export const blockRows = 'BLOCK#';

/** Of the index `listing`. */
export const blocksListing = 'BLOCKS#';
export const endedBlocksListing = 'ENDEDBLOCKS#';
export const stopsListing = 'STOPS#';
export const exemptionsListing = 'EXEMPTIONS#';
export const alertsListing = 'ALERTS#';
export const waiversListing = 'WAIVERS#';
export const shopsListing = 'SHOPS';
export const complaintsListing = 'COMPLAINTS#';
export const usernameListing = 'USERNAME#';

/** Of the index `unpublished`. */
export const outbox = 'OUTBOX#';
