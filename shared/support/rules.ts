import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';

/** A block that may cover a buyer, as it was found from its root. */
export interface Candidate {
  readonly shopId: ShopId;
  readonly root: BuyerId;
  readonly blockId: BlockId;
  readonly scope: 'user_id_only' | 'linked_user_ids';
  readonly expiresAt: EpochMilliseconds;
}

/** Where a list of them stands. */
export type Position = Readonly<Record<'shopId' | 'blockId', string>>;

/** A buyer's own block, or one that leans on the link between its root and them. */
export function covers(candidate: Candidate, buyerId: BuyerId): boolean {
  return candidate.root === buyerId || candidate.scope === 'linked_user_ids';
}

/**
 * The next candidates by shop, then by block. Of each root those that cover the buyer have to be given from the position's
 * shop on, `limit + 2` of them where there are that many: a root has one block a shop, so none is left out that belongs on the page.
 *
 * @returns `next` where to go on, when there is more.
 */
export function pageOf(
  candidates: readonly Candidate[],
  buyerId: BuyerId,
  limit: number,
  after: Position | undefined,
): { readonly page: readonly Candidate[]; readonly next?: Position } {
  const sorted = candidates
    .filter((candidate) => covers(candidate, buyerId) && (after === undefined || order(candidate, after) > 0))
    .toSorted(order);
  const page = sorted.slice(0, limit);
  const last = page.at(-1);
  return last && sorted.length > limit ? { page, next: { shopId: last.shopId, blockId: last.blockId } } : { page };
}

/** As DynamoDB sorts keys: by code unit, which for IDs is by byte. */
function order(one: Position, other: Position): number {
  return compare(one.shopId, other.shopId) || compare(one.blockId, other.blockId);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
