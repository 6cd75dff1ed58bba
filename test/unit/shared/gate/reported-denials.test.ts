import { describe, expect, it } from 'vitest';
import { decideChecks } from '../../../../shared/gate/decide-checks.ts';
import type { GateDeps } from '../../../../shared/gate/decide-checks.ts';
import { createReportedDenials } from '../../../../shared/gate/reported-denials.ts';
import { accessKey, blockKey, keyText } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { block, buildWorld, gateOver, put, useStandingTime } from '../../../builders/fakes/fake-gate.ts';
import type { GateWorld } from '../../../builders/fakes/fake-gate.ts';

const checks = [{ shopId: 's', buyerId: 'b', action: 'place_order' as const }];
const blockedWorld = (): GateWorld => {
  const world = buildWorld();
  block(world, 's', 'b', ['b'], { expiresAt: noon + 10 * 3_600_000 });
  return world;
};

useStandingTime();

describe('a stop that this process has recorded', () => {
  it('is not sent again for the same checkout, and is for another', async () => {
    const world = blockedWorld();
    const gate = gateOver(world);
    for (const checkoutId of ['one', 'one', 'two', 'one']) await decideChecks(gate, { checkoutId, checks });
    expect(world.stops.map(({ candidates }) => candidates[0]?.occasion)).toEqual(['checkout#one', 'checkout#two']);
    expect(world.counted).toEqual({ denied: 4 });
  });

  it('without a checkout is sent again in the next hour', async () => {
    const world = blockedWorld();
    const remembered: GateDeps = gateOver(world);
    await decideChecks(remembered, { checks });
    await decideChecks(remembered, { checks });
    await decideChecks({ ...remembered, clock: buildClock(noon + 3_600_000) }, { checks });
    expect(world.stops).toHaveLength(2);
  });

  it('is sent again after it could not be sent', async () => {
    const world = blockedWorld();
    const gate = gateOver(world);
    await decideChecks({ ...gate, recordStops: () => Promise.reject(new Error('queue')) }, { checks });
    await decideChecks(gate, { checks });
    expect(world.stops).toHaveLength(1);
  });

  it.each([
    ['was allowed, its block having gone', (world: GateWorld) => world.items.delete(keyText(blockKey('s', 'b')))],
    [
      'was allowed, the access having ended',
      (world: GateWorld) => put(world, accessKey('s'), { access: { state: 'terminated' } }),
    ],
    ['could not be confirmed', (world: GateWorld) => world.unreadable.add(keyText(blockKey('s', 'b')))],
  ])('is sent again when the one before %s', async (_, disturb) => {
    const world = blockedWorld();
    const gate = gateOver(world);
    disturb(world);
    await decideChecks(gate, { checks });
    world.unreadable.clear();
    block(world, 's', 'b');
    await decideChecks(gate, { checks });
    await decideChecks(gate, { checks });
    expect(world.stops).toHaveLength(2);
  });

  it('is kept while it is among the newest, and forgotten when twice as many have come', () => {
    const stops = createReportedDenials(2);
    for (const stop of ['a', 'b', 'c']) stops.add(stop);
    expect(['a', 'b', 'c'].map((stop) => stops.has(stop))).toEqual([true, true, true]);
    stops.add('d');
    expect(['a', 'b', 'c', 'd'].map((stop) => stops.has(stop))).toEqual([false, false, true, true]);
  });
});
