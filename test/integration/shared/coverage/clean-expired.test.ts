import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { never } from '../../../../shared/block-list/rules.ts';
import { changeLinkGroup, coverBlock, toTheEnd } from '../../../builders/worlds/link-work.ts';
import { cleanExpired } from '../../../../shared/coverage/clean-expired.ts';
import { blockKey, markerKey, pastEntryKey } from '../../../../shared/table/keys.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';
import { buildRemoval } from '../../../builders/items/stream-event.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';

describe.each(usualEngines())('cleaning behind expired blocks on %s', (engine) => {
  const table = useTable(engine);
  const world = createLinkWorld(table);

  it('takes their entries from the root and all linked accounts, and reports what it cannot read', async () => {
    await world.openShop(shop);
    await changeLinkGroup(table, buildClock(), { groupId: 'g', buyerIds: ['r', 'a'], revision: 1 });
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    const image = await readItem(table, blockKey(shop, 'r'));
    const event = buildRemoval({ ...image, expiresAt: noon }, { pk: 'SHOP#shop-1', sk: 'BLOCK#x', expiresAt: never }, undefined);

    expect(await toTheEnd(table, (deps) => cleanExpired(deps)(event, buildContext()))).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }],
    });
    expect(await readItem(table, markerKey(shop, 'r'))).toBeUndefined();
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
  });

  it('leaves alone who is under a block that was changed, or that a seller removed', async () => {
    await world.openShop(shop);
    const block = await world.block(shop, 'r');
    const image = (await readItem(table, blockKey(shop, 'r'))) ?? {};
    const [record] = buildRemoval(image).Records;
    const images = record?.dynamodb ?? {};
    const changed = { ...record, eventName: 'MODIFY', dynamodb: { ...images, NewImage: images.OldImage } } as const;
    const { userIdentity: _, ...removed } = record ?? {};
    const event = { Records: [changed, removed] } as DynamoDBStreamEvent;
    await toTheEnd(table, (deps) => cleanExpired(deps)(event, buildContext()));
    expect(await readItem(table, markerKey(shop, 'r'))).toBeDefined();
    expect(await readItem(table, pastEntryKey(shop, 'r', block.blockId))).toBeUndefined();
  });
});
