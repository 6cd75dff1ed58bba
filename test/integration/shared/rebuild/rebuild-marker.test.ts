import { describe, expect, it } from 'vitest';
import { rebuildMarker } from '../../../../shared/rebuild/rebuild-marker.ts';
import { createRebuildStore } from '../../../../shared/rebuild/store.ts';
import { buyerAttribute, markerKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { buildStepQueue, changeLinkGroup, coverageDeps, coverBlock } from '../../../builders/worlds/link-work.ts';
import { createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';
const clock = { now: () => noon + 10 * 60_000 };

describe.each(engines())('entries that no block stands behind, on %s', (engine) => {
  const table = useTable(engine);
  const deps = () => ({ store: createRebuildStore(table), links: coverageDeps(table, buildStepQueue(), clock) });
  const rebuild = (buyerId: string, dryRun = false) => rebuildMarker(deps(), { shopId: shop, buyerId }, dryRun);

  async function blocked() {
    const world = createLinkWorld(table);
    await world.openShop(shop);
    await changeLinkGroup(table, clock, { groupId: 'g', buyerIds: ['root', 'other'], revision: 1 });
    const block = await world.block(shop, 'root');
    await coverBlock(table, block);
    return { world, block };
  }

  it('are taken, and the others of the marker stay', async () => {
    const { world } = await blocked();
    const marker = await readItem(table, markerKey(shop, 'other'));
    const gone = { blockId: 'gone', expiresAt: noon + 1e9 };
    await putItems(table, { ...markerKey(shop, 'other'), ...marker, [buyerAttribute('nobody')]: gone });
    expect((await rebuild('other', true)).outcome).toBe('wrong');
    expect(await rebuild('other')).toEqual({ outcome: 'mended', found: ['an entry names a block that is gone'] });
    expect(await readItem(table, markerKey(shop, 'other'))).not.toHaveProperty(buyerAttribute('nobody'));
    expect(await world.denied(shop, ['root', 'other'])).toEqual(['root', 'other']);
    expect((await rebuild('other')).outcome).toBe('right');
  });

  it('free an account that is denied by a block of somebody to whom it is not linked', async () => {
    const { world, block } = await blocked();
    const entry = { blockId: block.blockId, createdAt: noon, expiresAt: noon + 1e9 };
    await putItems(table, { ...markerKey(shop, 'outsider'), [buyerAttribute('root')]: entry, revision: 1 });
    expect(await world.denied(shop, ['outsider'])).toEqual(['outsider']);
    expect(await rebuild('outsider')).toMatchObject({
      outcome: 'mended',
      found: [expect.stringContaining('not linked')],
    });
    expect(await world.denied(shop, ['outsider', 'root', 'other'])).toEqual(['root', 'other']);
    expect(await readItem(table, markerKey(shop, 'outsider'))).toBeUndefined();
  });

  it('are taken of a period that the scope has no longer', async () => {
    const { world, block } = await blocked();
    await world.rescope(block, 'user_id_only');
    expect(await rebuild('other')).toMatchObject({ outcome: 'mended', found: [expect.stringContaining('of a scope')] });
    expect(await readItem(table, markerKey(shop, 'other'))).toBeUndefined();
    expect(await world.denied(shop, ['root', 'other'])).toEqual(['root']);
  });

  it('are left in a marker of a live block', async () => {
    await blocked();
    for (const account of ['root', 'other']) expect((await rebuild(account)).outcome).toBe('right');
    expect((await rebuild('nobody')).outcome).toBe('right');
  });
});
