import { toBlockItem } from '../../../shared/block-list/items.ts';
import { blockKey, markerKey } from '../../../shared/table/keys.ts';
import { createTable, openClient } from '../../builders/engines/table.ts';
import { buildBlock } from '../../builders/items/block-list.ts';
import { accessItem } from '../../builders/items/stored-items.ts';
import { putItems } from '../../builders/items/table-items.ts';

/** A table of this name with one shop, `s`, that blocks these buyers. */
export async function createShop(name: string, engineUrl: string, blocked: readonly string[]): Promise<void> {
  const table = { name, client: openClient(engineUrl) };
  await createTable(table.client, name);
  const guarded = blocked.flatMap((buyerId) => {
    const block = buildBlock({ blockId: `block-${buyerId}`, buyerId });
    const { blockId, expiresAt } = block;
    return [
      { ...toBlockItem('s', block), ...blockKey('s', buyerId) },
      { ...markerKey('s', buyerId), [`b#${buyerId}`]: { blockId, expiresAt } },
    ];
  });
  await putItems(table, accessItem('s'), ...guarded);
  table.client.destroy();
}
