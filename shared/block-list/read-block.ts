import { toAccess } from '../access/store.ts';
import { isErased } from '../buyers/items.ts';
import { type IdempotentUse, liveRecord } from '../idempotency/record.ts';
import { batchGet, type ItemsByKey } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, blockKey, markerKey, profileKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import { toBlock } from './items.ts';

/** The live block that a request is about, from what was loaded with the request, or read again. */
export function readBlock(
  table: Table,
  {
    path,
    loaded,
    idempotency,
    now,
  }: { path: { shopId: string; buyerId: string }; loaded: ItemsByKey; idempotency?: IdempotentUse; now: number },
) {
  const key = blockKey(path.shopId, path.buyerId);
  return async (again: boolean) => {
    const items = again
      ? await batchGet(table, [
          key,
          accessKey(path.shopId),
          profileKey(path.buyerId),
          ...(idempotency ? [idempotency.key] : []),
        ])
      : loaded;
    const item = items.get(key);
    return {
      block: item && toBlock(item),
      record: idempotency && liveRecord(items.get(idempotency.key), now),
      accessIsActive: toAccess(items.get(accessKey(path.shopId)))?.state === 'active',
      buyerIsErased: isErased(items.get(profileKey(path.buyerId))),
    };
  };
}

/**
 * Waits until a write whose record shows already shows in block and marker too: the items of a transaction
 * become visible one by one, and a repeated answer promises what the gate will say.
 */
export async function settled(table: Table, shopId: string, buyerId: string): Promise<void> {
  await readSettled(table, [blockKey(shopId, buyerId), markerKey(shopId, buyerId)]);
}
