import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideChecks } from '../../../shared/gate/decide-checks.ts';
import { createGateStore } from '../../../shared/gate/store.ts';
import type { DeadlineReader } from '../../../shared/gate/store.ts';
import { buildWorld, gateOver, useStandingTime } from '../../builders/fakes/fake-gate.ts';
import { buyers, shop, ShopInMotion } from './shop-in-motion.ts';
import type { Change } from './shop-in-motion.ts';

const change = fc.constantFrom<Change>(
  'block',
  'block, linked',
  'unblock',
  'guard',
  'leave',
  'clean',
  'exempt',
  'end exemption',
  'terminate',
  'grant',
);
/** What happens before each step of a decision, and which item a read gets to next. */
const steps = fc.array(fc.record({ changes: fc.array(change, { maxLength: 3 }), pick: fc.nat({ max: 5 }) }), {
  maxLength: 8,
});
const before = fc.array(change, { maxLength: 8 });

useStandingTime();

describe('the gate while everything changes', () => {
  it.each([
    ['knows nobody', false],
    ['has stopped whom it could', true],
  ])('denies whom one block stops all along, and nobody whom none does, when it %s', async (_, warm) => {
    const seen = { deny: 0, allow: 0, single: 0 };
    const property = fc.asyncProperty(before, fc.array(steps, { minLength: 1, maxLength: 3 }), async (first, calls) => {
      const world = new ShopInMotion();
      for (const one of warm ? (['block, linked', 'guard'] as const) : []) world.apply(one);
      let [plan, at, reads]: [(typeof calls)[number], number, number] = [[], 0, 0];
      let facts: ReturnType<ShopInMotion['facts']>[][] = [];
      const look = () => facts.push(buyers.map((buyer) => world.facts(buyer)));
      const step = () => {
        look();
        for (const next of plan[at]?.changes ?? []) {
          world.apply(next);
          look();
        }
        at += 1;
      };
      const inner = world.reader(step, (among) => (plan[at]?.pick ?? 0) % among);
      const reader: DeadlineReader = {
        read(...asked) {
          reads += 1;
          return inner.read(...asked);
        },
      };
      // A remembering gate is the same one from call to call.
      const remembering = gateOver(buildWorld(), { store: createGateStore(reader) });
      const ask = () =>
        decideChecks(warm ? remembering : gateOver(buildWorld(), { store: createGateStore(reader) }), {
          checks: buyers.map((buyerId) => ({ shopId: shop, buyerId, action: 'place_order' as const })),
        });
      if (warm) await ask();
      for (const one of first) world.apply(one);

      for (const call of calls) {
        [plan, at, reads, facts] = [call, 0, 0, []];
        look();
        const decisions = await ask();
        buyers.forEach((_buyer, index) => {
          const known = facts.map((instant) => instant[index]);
          const [start] = known;
          const stopped =
            start?.stoppedBy !== undefined && known.every((one) => one?.active && one.stoppedBy === start.stoppedBy);
          // Each of the two ends by an event of its own, and counts once that was answered.
          const free = known.every((one) => !one?.active) || known.every((one) => one?.stoppedBy === undefined);
          const { decision, degraded } = decisions[index] ?? {};
          expect(degraded).toBe(false);
          if (stopped) expect(decision).toBe('deny');
          if (free) expect(decision).toBe('allow');
          if (decision) seen[decision] += 1;
        });
        if (reads === 1 && decisions[0]?.decision === 'deny') seen.single += 1;
      }
    });
    await fc.assert(property, { numRuns: 600 });
    // It did meet what it is about.
    expect(Math.min(seen.deny, seen.allow)).toBeGreaterThan(50);
    expect(seen.single > 50).toBe(warm);
  });
});
