import type { Access } from '../../../shared/access/rules.ts';
import { blockedByItem, toBlockItem } from '../../../shared/block-list/items.ts';
import type { Block } from '../../../shared/block-list/rules.ts';
import type { ShopId } from '../../../shared/kernel/ids.ts';
import type { Item } from '../../../shared/table/batch-get.ts';
import { accessKey, blockedByKey, blockKey, shopsListing } from '../../../shared/table/keys.ts';
import type { Key } from '../../../shared/table/keys.ts';
import { buildAccess } from './block-list.ts';

/** A block's own item and the row under its root, as adding it leaves them. */
export function blockItems(shopId: ShopId, block: Block): (Key & Item)[] {
  return [
    { ...toBlockItem(shopId, block), ...blockKey(shopId, block.buyerId) },
    { ...blockedByItem(block, shopId, blockedByKey(block.buyerId, shopId)), ...blockedByKey(block.buyerId, shopId) },
  ];
}

/** A shop's access as the admin route leaves it. */
export function accessItem(shopId: ShopId, overrides: Partial<Access> = {}): Key & Item {
  const access = buildAccess(overrides);
  const { state, revision } = access;
  return { ...accessKey(shopId), access, state, revision, listPk: shopsListing, listSk: shopId };
}
