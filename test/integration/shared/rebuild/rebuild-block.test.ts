import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { coverBlock } from '../../../../shared/coverage/cover-block.ts';
import { changeLinkGroup } from '../../../../shared/coverage/change-link-group.ts';
import { createLinkStore } from '../../../../shared/coverage/store.ts';
import { rebuildBlock } from '../../../../shared/rebuild/rebuild-block.ts';
import { createRebuildStore } from '../../../../shared/rebuild/store.ts';
import { blockKey, buyerAttribute, markerKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';
const clock = { now: () => noon + 10 * 60_000 };

describe.each(engines())('what is derived from a block on %s', (engine) => {
  const table = useTable(engine);
  const deps = () => ({ store: createRebuildStore(table), links: createLinkStore(table), clock });
  const rebuild = (dryRun = false) => rebuildBlock(deps(), { shopId: shop, buyerId: 'root' }, dryRun);
  const removeMarker = (buyer: string) =>
    table.client.send(new DeleteCommand({ TableName: table.name, Key: markerKey(shop, buyer) }));

  async function blocked(scope: 'user_id_only' | 'linked_user_ids') {
    const world = createLinkWorld(table);
    await world.openShop(shop);
    await changeLinkGroup(createLinkStore(table), clock, { groupId: 'g', buyerIds: ['root', 'other'], revision: 1 });
    const block = await world.block(shop, 'root', scope);
    await coverBlock(createLinkStore(table), block);
    return { world, block };
  }

  it('is left as it is when it is right', async () => {
    await blocked('linked_user_ids');
    const before = await readItem(table, markerKey(shop, 'root'));
    expect(await rebuild()).toEqual({ outcome: 'right', found: [] });
    expect(await readItem(table, markerKey(shop, 'root'))).toEqual(before);
  });

  it('is written anew where it is missing, beside what else stands there', async () => {
    const { world } = await blocked('linked_user_ids');
    await removeMarker('root');
    await removeMarker('other');
    const entry = { blockId: 'elsewhere', expiresAt: noon + 1e9 };
    await putItems(table, { ...markerKey(shop, 'other'), [buyerAttribute('second')]: entry, revision: 4 });
    expect((await rebuild(true)).outcome).toBe('wrong');
    expect(await world.denied(shop, ['root', 'other'])).toEqual([]);
    expect(await rebuild()).toMatchObject({ outcome: 'mended', found: [expect.any(String), expect.any(String)] });
    expect(await world.denied(shop, ['root', 'other'])).toEqual(['root', 'other']);
    expect(await readItem(table, markerKey(shop, 'other'))).toMatchObject({ [buyerAttribute('second')]: entry });
  });

  it('guards nobody but the root of a block without linked scope, and sets its coverage right', async () => {
    const { world } = await blocked('user_id_only');
    const item = await readItem(table, blockKey(shop, 'root'));
    const coverage = { state: 'applying', guarded: 1, total: 5 };
    await putItems(table, { ...blockKey(shop, 'root'), ...item, coverage });
    await removeMarker('root');
    expect((await rebuild()).outcome).toBe('mended');
    expect(await world.denied(shop, ['root', 'other'])).toEqual(['root']);
    expect((await readItem(table, blockKey(shop, 'root')))?.['coverage']).toEqual({
      ...{ state: 'complete', guarded: 1, total: 1 },
    });
  });

  it('is not written for a block that is removed in that moment', async () => {
    const { world, block } = await blocked('user_id_only');
    await removeMarker('root');
    const store = createRebuildStore(table);
    const late: typeof store = {
      ...store,
      async markRoot(...asked) {
        await world.unblock(block);
        return store.markRoot(...asked);
      },
    };
    expect((await rebuildBlock({ ...deps(), store: late }, { shopId: shop, buyerId: 'root' }, false)).outcome).toBe(
      'busy',
    );
    expect(await readItem(table, markerKey(shop, 'root'))).toBeUndefined();
    expect((await rebuild()).outcome).toBe('right');
  });
});
