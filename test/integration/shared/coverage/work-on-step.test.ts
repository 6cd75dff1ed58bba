import { beforeEach, describe, expect, it } from 'vitest';
import { workOnStep } from '../../../../shared/coverage/work-on-step.ts';
import { rowsAPage } from '../../../../shared/link-groups/member-row-store.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { buildStepQueue, changeLinkGroup, coverageDeps } from '../../../builders/worlds/link-work.ts';
import type { TestStepQueue } from '../../../builders/worlds/link-work.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { cleanMarkers } from '../../../../shared/coverage/clean-markers.ts';
import { coverBlock } from '../../../../shared/coverage/cover-block.ts';
import { followScope } from '../../../../shared/coverage/follow-scope.ts';

const shop = 'shop-1';

describe.each(usualEngines())('the steps behind a block of a large group on %s', (engine) => {
  const plain = useTable(engine, { stream: false });
  const table = recordCalls(plain);
  const world = createLinkWorld(table);
  const members = ['r', ...buyersNamed('m', 2 * rowsAPage + 10)];
  const queue = buildStepQueue();
  const deps = coverageDeps(table, queue, buildClock());

  /** Does what waits, each step twice; answers how many there were, and how many calls the longest made. */
  async function finish({ waiting }: TestStepQueue) {
    const calls: number[] = [];
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      await workOnStep(deps, step);
      const again = waiting.length;
      table.calls.length = 0;
      await workOnStep(deps, step);
      calls.push(table.calls.length);
      waiting.splice(again);
    }
    return { steps: calls.length, longest: Math.max(0, ...calls) };
  }

  beforeEach(async () => {
    await world.openShop(shop);
    await changeLinkGroup(table, buildClock(), { groupId: 'g', buyerIds: members, revision: 1 });
  });

  it('guard all of it, free all of it when it is narrowed, and clean up when it is removed', async () => {
    const block = await world.block(shop, 'r');
    table.calls.length = 0;
    await coverBlock(deps, block);
    expect(table.calls.length).toBeLessThanOrEqual(16);
    expect(await finish(queue)).toMatchObject({ steps: 2 });
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: members.length, total: members.length });
    expect(await world.denied(shop, members)).toEqual(members);

    const narrowed = await world.rescope(block, 'user_id_only');
    await followScope(deps, narrowed);
    const released = await finish(queue);
    expect(released.steps).toBe(2);
    expect(released.longest).toBeLessThanOrEqual(20);
    expect(await scanPrefix(plain, `GATE#${shop}#m-`)).toHaveLength(members.length - 1);

    const widened = await world.rescope(block, 'linked_user_ids');
    await followScope(deps, widened);
    await finish(queue);
    expect(await world.denied(shop, members)).toEqual(members);

    await world.unblock(block);
    await cleanMarkers(deps, block);
    const cleaned = await finish(queue);
    expect(cleaned.steps).toBe(2);
    expect(cleaned.longest).toBeLessThanOrEqual(20);
    const left = await scanPrefix(plain, `GATE#${shop}#`);
    expect(left.filter(({ sk }) => sk === 'MARKER')).toEqual([]);
    expect(left).toHaveLength(members.length);
  });
});
