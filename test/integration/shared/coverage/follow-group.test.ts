import { beforeEach, describe, expect, it } from 'vitest';
import type { StepOf } from '../../../../shared/contracts/messages/coverage-step.ts';
import { changeLinkGroup } from '../../../../shared/coverage/change-link-group.ts';
import { followGroup } from '../../../../shared/coverage/follow-group.ts';
import { rowsAPage } from '../../../../shared/link-groups/member-row-store.ts';
import { markerKey } from '../../../../shared/table/keys.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import {
  buildStepQueue,
  cleanMarkers,
  coverageDeps,
  coverBlock,
  toTheEnd,
} from '../../../builders/worlds/link-work.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';

describe.each(usualEngines())('a block that follows a link group on %s', (engine) => {
  const table = useTable(engine, { stream: false });
  const world = createLinkWorld(table);
  const members = ['r', ...buyersNamed('m', rowsAPage + 10)];
  const deps = (queue = buildStepQueue()) => coverageDeps(table, queue, buildClock());
  const link = async (buyerIds: readonly string[], revision: number) => {
    const queue = buildStepQueue();
    await changeLinkGroup(deps(queue), { groupId: 'g', buyerIds, revision });
    return queue;
  };
  const finish = (queue: ReturnType<typeof buildStepQueue>) =>
    toTheEnd(table, () => Promise.resolve(), { clock: buildClock(), queue });
  const stepIn = ({ waiting }: ReturnType<typeof buildStepQueue>) => waiting[0] as StepOf<'follow_group'>;
  beforeEach(() => world.openShop(shop));

  it('does a page, says how far it is, and sends the rest', async () => {
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    const first = await link(members, 1);
    expect(await world.coverage(block)).toEqual({ state: 'applying', guarded: 1, total: members.length });
    const rest = buildStepQueue();
    await followGroup(deps(rest), stepIn(first));
    expect(await world.coverage(block)).toMatchObject({ state: 'applying', guarded: rowsAPage });
    expect(rest.waiting).toMatchObject([{ step: 'follow_group', left: members.length - rowsAPage }]);
    await finish(rest);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: members.length, total: members.length });
    expect(await world.denied(shop, members)).toEqual(members);
  });

  it('ends where the same work is done already, and begins nothing of it again', async () => {
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    const first = await link(members, 1);
    const step = stepIn(first);
    await finish(first);
    const late = buildStepQueue();
    await followGroup(deps(late), step);
    expect(late.sent).toEqual([]);
    expect(await world.coverage(block)).toMatchObject({ state: 'complete' });
  });

  it('ends where a higher revision has begun', async () => {
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    const first = await link(members, 1);
    const second = await link(members.slice(0, -1), 2);
    const rest = buildStepQueue();
    await followGroup(deps(rest), stepIn(first));
    expect(rest.sent).toEqual([]);
    expect(await world.coverage(block)).toMatchObject({ state: 'applying' });
    await finish(second);
    expect(await world.coverage(block)).toMatchObject({ state: 'complete', total: members.length - 1 });
    expect(await world.denied(shop, members.slice(-1))).toEqual([]);
  });

  it('takes all entries of a block that has ended meanwhile from those who left', async () => {
    await finish(await link(members, 1));
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    const leaving = await link(['r'], 2);
    await world.unblock(block);
    await finish(leaving);
    for (const member of members.slice(1)) expect(await readItem(table, markerKey(shop, member))).toBeUndefined();
    await cleanMarkers(table, block);
  });

  it('frees of a narrowed block, and guards nobody for it', async () => {
    await finish(await link(['r', 'a'], 1));
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    await world.rescope(block, 'user_id_only');
    await finish(await link(['r', 'b'], 2));
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
    expect(await readItem(table, markerKey(shop, 'b'))).toBeUndefined();
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
  });
});
