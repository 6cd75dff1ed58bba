import type { BuyerId, GroupId, ShopId } from '../../../shared/kernel/ids.ts';

export interface LiveBlock {
  readonly shop: ShopId;
  readonly root: BuyerId;
  readonly linked: boolean;
}

/**
 * Who has to be denied in a shop: the whole rule in four lines, to hold the product against.
 *
 * @param exempt of this shop; nobody under a block of their own is among them.
 */
export function whoIsDenied(
  shop: ShopId,
  blocks: readonly LiveBlock[],
  groups: ReadonlyMap<GroupId, readonly BuyerId[]>,
  buyers: readonly BuyerId[],
  exempt: ReadonlySet<BuyerId> = new Set(),
): readonly BuyerId[] {
  const linked = (one: BuyerId, other: BuyerId) =>
    [...groups.values()].some((members) => members.includes(one) && members.includes(other));
  const here = blocks.filter((block) => block.shop === shop);
  return buyers.filter((buyer) =>
    here.some(({ root, linked: reaches }) => root === buyer || (reaches && !exempt.has(buyer) && linked(root, buyer))),
  );
}
