import { describe, expect, it } from 'vitest';
import { decideChecks } from '../../../shared/gate/decide-checks.ts';
import { accessKey, blockKey, keyText, markerKey } from '../../../shared/table/keys.ts';
import { noon } from '../../builders/fakes/clock.ts';
import { block, buildWorld, gateOver, untilPassed, useStandingTime } from '../../builders/fakes/fake-gate.ts';

const checks = [{ shopId: 's', buyerId: 'b', action: 'place_order' as const }];
const marker = keyText(markerKey('s', 'b'));
/** The deadline, by the clock of the test, which stands still while nothing waits. */
const deadline = 60;
const justAfter = deadline + 2;

async function timed<Value>(work: Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const started = performance.now();
  return { value: await work, milliseconds: performance.now() - started };
}

useStandingTime();

describe('the gate without its store', () => {
  it('fails open by default and closed by configuration, degraded and counted', async () => {
    const world = buildWorld();
    world.unreadable.add(marker);
    const open = await timed(decideChecks(gateOver(world), { checks }));
    expect(open.value).toMatchObject([{ decision: 'allow', reason: 'marker_unreadable', degraded: true }]);
    expect(open.milliseconds).toBeLessThan(justAfter);
    expect(world.counted).toEqual({ degraded: 1 });
    const closed = await decideChecks(gateOver(world, { failMode: 'closed' }), { checks });
    expect(closed).toMatchObject([{ decision: 'deny', reason: 'marker_unreadable', degraded: true }]);
    expect(closed[0]?.matched).toBeUndefined();
  });

  it.each([
    ['block', keyText(blockKey('s', 'b'))],
    ['access', keyText(accessKey('s'))],
  ])('denies by a marker when the %s cannot be read, in either mode', async (_, key) => {
    for (const failMode of ['open', 'closed'] as const) {
      const world = buildWorld();
      block(world, 's', 'b');
      world.unreadable.add(key);
      expect(await decideChecks(gateOver(world, { failMode }), { checks })).toMatchObject([
        { decision: 'deny', reason: 'block_unconfirmed', degraded: true },
      ]);
      expect(world.counted).toEqual({ degraded: 1, denied: 1 });
    }
  });

  it('denies when one block is gone and the other cannot be read, and is sure when a live one could', async () => {
    const world = buildWorld();
    block(world, 's', 'x', ['x', 'b']);
    block(world, 's', 'y', ['y', 'b']);
    world.unreadable.add(keyText(blockKey('s', 'y')));
    expect(await decideChecks(gateOver(world), { checks })).toMatchObject([
      { decision: 'deny', reason: 'blocked', degraded: false },
    ]);
    world.items.delete(keyText(blockKey('s', 'x')));
    expect(await decideChecks(gateOver(world), { checks })).toMatchObject([
      { decision: 'deny', reason: 'block_unconfirmed', degraded: true },
    ]);
  });

  it('answers the checks whose markers it has, and denies by a marker that it has no time left to confirm', async () => {
    const world = buildWorld();
    block(world, 's', 'c');
    world.unreadable.add(marker);
    const mixed = ['b', 'c', 'd'].map((buyerId) => ({ shopId: 's', buyerId, action: 'place_order' as const }));
    expect(await decideChecks(gateOver(world), { checks: mixed })).toMatchObject([
      { decision: 'allow', reason: 'marker_unreadable', degraded: true },
      { decision: 'deny', reason: 'block_unconfirmed', degraded: true },
      { decision: 'allow', reason: 'not_blocked', degraded: false },
    ]);
  });
});

describe('the counting of stopped orders beside the gate', () => {
  it('gets one call with a candidate a shop and buyer, by checkout or by hour', async () => {
    const world = buildWorld();
    block(world, 's', 'b');
    block(world, 't', 'x', ['x', 'b']);
    const many = [...checks, ...checks, { ...checks[0], shopId: 't', buyerId: 'b', action: 'place_order' as const }];
    await decideChecks(gateOver(world), { checkoutId: 'c1', checks: many });
    await decideChecks(gateOver(world), { checks });
    const decidedAt = new Date(noon).toISOString();
    expect(world.stops).toEqual([
      {
        version: 1,
        candidates: [
          {
            shopId: 's',
            buyerId: 'b',
            occasion: 'checkout#c1',
            decidedAt,
            blocks: [{ root: 'b', blockId: 'block-b' }],
          },
          {
            shopId: 't',
            buyerId: 'b',
            occasion: 'checkout#c1',
            decidedAt,
            blocks: [{ root: 'x', blockId: 'block-x' }],
          },
        ],
      },
      {
        version: 1,
        candidates: [
          {
            shopId: 's',
            buyerId: 'b',
            occasion: `hour#${noon / 3_600_000}`,
            decidedAt,
            blocks: [{ root: 'b', blockId: 'block-b' }],
          },
        ],
      },
    ]);
  });

  it('changes no decision when it fails, and is counted', async () => {
    const world = buildWorld();
    block(world, 's', 'b');
    const failing = gateOver(world, { recordStops: () => Promise.reject(new Error('queue')) });
    expect(await decideChecks(failing, { checks })).toMatchObject([
      { decision: 'deny', reason: 'blocked', degraded: false },
    ]);
    expect(world.counted).toEqual({ denied: 1, stop_not_recorded: 1 });
  });

  it('delays no decision beyond the deadline when it hangs', async () => {
    const world = buildWorld();
    block(world, 's', 'b');
    const hanging = gateOver(world, {
      recordStops: async (_, deadline) => {
        await untilPassed(deadline);
        throw new Error('deadline');
      },
    });
    const { value, milliseconds } = await timed(decideChecks(hanging, { checks }));
    expect(value).toMatchObject([{ decision: 'deny', reason: 'blocked', degraded: false }]);
    expect(milliseconds).toBeLessThan(justAfter);
    expect(world.counted).toMatchObject({ stop_not_recorded: 1 });
  });

  it('is called while the blocks are being read, not after', async () => {
    const world = buildWorld();
    block(world, 's', 'b');
    world.unreadable.add(keyText(blockKey('s', 'b')));
    let recordedAt = Number.POSITIVE_INFINITY;
    const deps = gateOver(world, {
      recordStops: async () => {
        recordedAt = performance.now();
      },
    });
    const started = performance.now();
    await decideChecks(deps, { checks });
    expect(recordedAt - started).toBeLessThan(performance.now() - recordedAt);
  });
});
