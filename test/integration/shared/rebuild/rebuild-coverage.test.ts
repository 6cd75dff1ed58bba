import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Piece, PieceOf } from '../../../../shared/contracts/messages/rebuild-request.ts';
import { workOnStep } from '../../../../shared/coverage/work-on-step.ts';
import type { MarkedBlock } from '../../../../shared/coverage/marked-block.ts';
import { changeLinkGroup as change } from '../../../../shared/coverage/change-link-group.ts';
import { rebuildBlock } from '../../../../shared/rebuild/rebuild-block.ts';
import type { RebuildDeps, Rebuilt } from '../../../../shared/rebuild/rebuilt.ts';
import { createRebuildStore } from '../../../../shared/rebuild/store.ts';
import { blockKey, markerKey } from '../../../../shared/table/keys.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { buildStepQueue, changeLinkGroup, coverageDeps, coverBlock } from '../../../builders/worlds/link-work.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';
const clock = { now: () => noon + 10 * 60_000 };
const first: PieceOf<'block'> = { kind: 'block', shopId: shop, buyerId: 'root' };
const members = buyersNamed('m', 450);

describe.each(usualEngines())('the coverage of a block with many linked accounts on %s', (engine) => {
  const table = useTable(engine);
  const world = createLinkWorld(table);
  let block: MarkedBlock;
  beforeEach(async () => {
    await world.openShop(shop);
    await changeLinkGroup(table, clock, { groupId: 'g', buyerIds: ['root', ...members], revision: 1 });
    block = await world.block(shop, 'root');
    await coverBlock(table, block);
  });
  const depsOf = (queue = buildStepQueue(), through = table): RebuildDeps => ({
    store: createRebuildStore(through),
    links: coverageDeps(through, queue, clock),
  });
  const look = (piece: Piece | undefined = first, deps = depsOf()) =>
    rebuildBlock(deps, piece as PieceOf<'block'>, false);
  const key = blockKey(shop, 'root');
  const say = async (coverage: object, covering?: object) =>
    putItems(table, { ...key, ...(await readItem(table, key)), coverage, ...(covering && { covering }) });
  const complete = { state: 'complete', guarded: 451, total: 451 };

  it('is held against it some accounts at a time', async () => {
    for (const account of ['m-7', 'm-449'])
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: markerKey(shop, account) }));
    const looks: Rebuilt[] = [];
    const calls: number[] = [];
    for (let piece: Piece | undefined = first; piece; piece = looks.at(-1)?.next) {
      let count = 0;
      const counting = interceptTable(table, (_, perform) => {
        count += 1;
        return perform();
      });
      looks.push(await look(piece, depsOf(undefined, counting)));
      calls.push(count);
    }
    expect(looks).toHaveLength(3);
    expect(looks.flatMap(({ found }) => found)).toEqual([
      '1 of 196 linked accounts lack their marker',
      '1 of 58 linked accounts lack their marker',
    ]);
    expect(Math.max(...calls)).toBeLessThan(20);
    expect(await world.denied(shop, ['m-7', 'm-449'])).toEqual(['m-7', 'm-449']);
    expect(await world.coverage(block)).toEqual(complete);
  });

  it('is counted anew where it is wrong, behind the last account', async () => {
    await say({ state: 'complete', guarded: 9, total: 9 });
    let result = await look();
    while (result.next) result = await look(result.next);
    expect(result).toEqual({
      outcome: 'mended',
      found: ['the coverage says complete, 9 of 9, where it is complete with 451'],
    });
    expect(await world.coverage(block)).toEqual(complete);
  });

  it('is not counted while an account is there that nobody has looked at', async () => {
    await say({ state: 'complete', guarded: 9, total: 9 });
    const third = (await look((await look()).next)).next;
    // Committed, and not followed yet.
    await change(coverageDeps(table, { send: () => Promise.reject(new Error('down')) }, clock), {
      ...{ groupId: 'g', buyerIds: ['root', 'a-first', ...members], revision: 2 },
    }).catch(() => undefined);
    await say({ state: 'complete', guarded: 9, total: 9 }, {});
    expect(await look(third)).toMatchObject({ outcome: 'busy', next: { ...first, seen: 0 } });
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 9, total: 9 });
  });

  it('waits for work that goes on, and begins anew what does not', async () => {
    await say(
      { state: 'applying', guarded: 1, total: 451 },
      { cover: { left: 450 }, 'g#g': { left: 300, revision: 1 } },
    );
    const waits = await look();
    expect(waits).toMatchObject({ outcome: 'busy', found: ['it is being applied'] });
    await say(
      { state: 'applying', guarded: 1, total: 451 },
      { cover: { left: 254 }, 'g#g': { left: 300, revision: 1 } },
    );
    const still = await look(waits.next);
    expect(still.outcome).toBe('busy');

    const queue = buildStepQueue();
    expect(await look(still.next, depsOf(queue))).toEqual({
      outcome: 'mended',
      found: ['the coverage says applying, 1 of 451, and nothing goes on'],
    });
    expect(queue.sent.map(({ step }) => step)).toEqual(['cover', 'follow_group']);
    for (let step = queue.waiting.shift(); step; step = queue.waiting.shift())
      await workOnStep(coverageDeps(table, queue, clock), step);
    expect(await world.coverage(block)).toEqual(complete);
    expect((await look()).outcome).toBe('right');
  });
});
