import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Piece, PieceOf } from '../../../../shared/contracts/messages/rebuild-request.ts';
import { rebuildBlock } from '../../../../shared/rebuild/rebuild-block.ts';
import type { Rebuilt } from '../../../../shared/rebuild/rebuilt.ts';
import { createRebuildStore } from '../../../../shared/rebuild/store.ts';
import { blockedByKey, blockKey, buyerAttribute, markerKey } from '../../../../shared/table/keys.ts';
import type { Key } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { buildStepQueue, changeLinkGroup, coverageDeps, coverBlock } from '../../../builders/worlds/link-work.ts';
import { createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';
const clock = { now: () => noon + 10 * 60_000 };
const block: PieceOf<'block'> = { kind: 'block', shopId: shop, buyerId: 'root' };

describe.each(engines())('what is derived from a block on %s', (engine) => {
  const table = useTable(engine);
  const deps = () => ({ store: createRebuildStore(table), links: coverageDeps(table, buildStepQueue(), clock) });
  const remove = (key: Key) => table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));

  /** As ops look at it: what comes next, too. */
  async function rebuild(dryRun = false): Promise<Rebuilt[]> {
    const looks: Rebuilt[] = [];
    for (let piece: Piece | undefined = block; piece; piece = looks.at(-1)?.next)
      looks.push(await rebuildBlock(deps(), piece as PieceOf<'block'>, dryRun));
    return looks;
  }
  const outcomes = (looks: readonly Rebuilt[]) => looks.map(({ outcome }) => outcome);

  async function blocked(scope: 'user_id_only' | 'linked_user_ids') {
    const world = createLinkWorld(table);
    await world.openShop(shop);
    await changeLinkGroup(table, clock, { groupId: 'g', buyerIds: ['root', 'other'], revision: 1 });
    const block = await world.block(shop, 'root', scope);
    await coverBlock(table, block);
    return { world, block };
  }

  it('is left as it is when it is right', async () => {
    await blocked('linked_user_ids');
    const before = await readItem(table, markerKey(shop, 'root'));
    expect(await rebuild()).toEqual([{ outcome: 'right', found: [] }]);
    expect(await readItem(table, markerKey(shop, 'root'))).toEqual(before);
  });

  it('is written anew where it is missing, beside what else stands there', async () => {
    const { world } = await blocked('linked_user_ids');
    await remove(markerKey(shop, 'root'));
    await remove(markerKey(shop, 'other'));
    const row = await readItem(table, blockedByKey('root', shop));
    await remove(blockedByKey('root', shop));
    const entry = { blockId: 'elsewhere', expiresAt: noon + 1e9 };
    await putItems(table, { ...markerKey(shop, 'other'), [buyerAttribute('second')]: entry, revision: 4 });
    expect((await rebuild(true))[0]).toMatchObject({
      outcome: 'wrong',
      found: [
        'the marker of the root does not name the block',
        'the row under the root does not say what the block says',
        '1 of 1 linked accounts lack their marker',
      ],
    });
    expect(await world.denied(shop, ['root', 'other'])).toEqual([]);
    expect(outcomes(await rebuild())).toEqual(['mended', 'mended']);
    expect(await world.denied(shop, ['root', 'other'])).toEqual(['root', 'other']);
    expect(await readItem(table, markerKey(shop, 'other'))).toMatchObject({ [buyerAttribute('second')]: entry });
    expect(await readItem(table, blockedByKey('root', shop))).toEqual(row);
  });

  it('is found by link events again that did not know of it', async () => {
    const { world } = await blocked('linked_user_ids');
    await putItems(table, { pk: 'BUYER#root', sk: 'LINKS', revision: 1, groups: new Set(['g']) });
    expect(outcomes(await rebuild())).toEqual(['mended', 'right']);
    await changeLinkGroup(table, clock, { groupId: 'g', buyerIds: ['root', 'other', 'late'], revision: 2 });
    expect(await world.denied(shop, ['late'])).toEqual(['late']);
  });

  it('guards nobody but the root of a block without linked scope, and sets its coverage right', async () => {
    const { world, block: event } = await blocked('user_id_only');
    const key = blockKey(shop, 'root');
    const coverage = { state: 'applying', guarded: 1, total: 5 };
    await putItems(table, { ...key, ...(await readItem(table, key)), coverage });
    await remove(markerKey(shop, 'root'));
    expect(outcomes(await rebuild())).toEqual(['mended', 'mended']);
    expect(await world.denied(shop, ['root', 'other'])).toEqual(['root']);
    expect(await world.coverage(event)).toEqual({ state: 'complete', guarded: 1, total: 1 });
  });

  it('is not written for a block that is removed in that moment', async () => {
    const { world, block: event } = await blocked('user_id_only');
    await remove(markerKey(shop, 'root'));
    const store = createRebuildStore(table);
    const late: typeof store = {
      ...store,
      async mendOwn(...asked) {
        await world.unblock(event);
        return store.mendOwn(...asked);
      },
    };
    expect((await rebuildBlock({ ...deps(), store: late }, block, false)).outcome).toBe('busy');
    expect(await readItem(table, markerKey(shop, 'root'))).toBeUndefined();
    expect(outcomes(await rebuild())).toEqual(['right']);
  });
});
