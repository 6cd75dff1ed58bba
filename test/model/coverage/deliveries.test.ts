import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLinkGroup } from '../../../shared/coverage/change-link-group.ts';
import { cleanMarkers } from '../../../shared/coverage/clean-markers.ts';
import { coverBlock } from '../../../shared/coverage/cover-block.ts';
import type { CoverageDeps } from '../../../shared/coverage/deps.ts';
import { followScope } from '../../../shared/coverage/follow-scope.ts';
import { workOnStep } from '../../../shared/coverage/work-on-step.ts';
import { buildStepQueue, coverageDeps, toTheEnd } from '../../builders/worlds/link-work.ts';
import type { MarkedBlock } from '../../../shared/coverage/marked-block.ts';
import { buildClock } from '../../builders/fakes/clock.ts';
import { usualEngines } from '../../builders/engines/engines.ts';
import { createLinkWorld } from '../../builders/worlds/link-world.ts';
import { useTable } from '../../builders/engines/table.ts';
import { followExemption, followExemptionEnd } from '../../../shared/exemptions/follow-exemption.ts';
import { createFollowExemptionStore } from '../../../shared/exemptions/follow-store.ts';
import { Crash, crashing } from './crashing-table.ts';
import { whoIsDenied } from './link-truth.ts';

const people = ['p', 'q', 'r', 's', 't'];
const shops = ['x', 'y'];
const groups = ['g', 'h', 'i'];

/** What becomes of an event: given once or twice, now or at the end, and where its consumer dies. */
const fate = fc.record({
  when: fc.constantFrom('now', 'now', 'now_and_late', 'late'),
  crash: fc.option(fc.record({ afterWrites: fc.nat({ max: 8 }), writeTakesPlace: fc.boolean() })),
  /** How many of the steps that wait are done behind it, before anything else happens; and whether each is delivered twice. */
  steps: fc.nat({ max: 4 }),
  stepsTwice: fc.boolean(),
});
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('link' as const),
      group: fc.constantFrom(...groups),
      members: fc.subarray(people),
      fate,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('block' as const),
      shop: fc.constantFrom(...shops),
      root: fc.constantFrom(...people),
      linked: fc.boolean(),
      fate,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('rescope' as const),
      shop: fc.constantFrom(...shops),
      root: fc.constantFrom(...people),
      fate,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('unblock' as const),
      shop: fc.constantFrom(...shops),
      root: fc.constantFrom(...people),
      fate,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('exempt or end it' as const),
      shop: fc.constantFrom(...shops),
      root: fc.constantFrom(...people),
      fate,
    }),
  },
);
type Work = (deps: CoverageDeps) => Promise<unknown>;

describe.each(usualEngines())('link events, blocks and their ends on %s', (engine) => {
  const table = useTable(engine);
  let run = 0;

  it('deny exactly whom they should once all is delivered, in any order, twice, and after any crash', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 12 }),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      async (steps, shuffle) => {
        run += 1;
        const named = (name: string) => `${name}-${run}`;
        const world = createLinkWorld(table);
        for (const shop of shops) await world.openShop(named(shop));
        const live = new Map<string, MarkedBlock>();
        const exempt = new Set<string>();
        const follow = createFollowExemptionStore(table);
        const truth = new Map<string, readonly string[]>();
        const late: Work[] = [];

        const queue = buildStepQueue();
        const safe = coverageDeps(table, queue, buildClock());
        const deliver = async (work: Work, { when, crash, ...itsSteps }: (typeof steps)[number]['fate']) => {
          if (when !== 'now') late.push(work);
          if (when === 'late') return;
          const deps = crash ? coverageDeps(crashing(table, crash), queue, buildClock()) : safe;
          try {
            await work(deps);
          } catch (error) {
            if (!(error instanceof Crash)) throw error;
            late.push(work);
          }
          for (let count = 0; count < itsSteps.steps; count++) {
            const present = queue.waiting.shift();
            if (!present) return;
            if (itsSteps.stepsTwice) queue.waiting.push(present);
            try {
              await workOnStep(deps, present);
            } catch (error) {
              if (!(error instanceof Crash)) throw error;
              queue.waiting.push(present);
            }
          }
        };

        for (const [index, { fate: itsFate, ...action }] of steps.entries()) {
          if (action.type === 'link') {
            const buyerIds = action.members.map(named);
            truth.set(action.group, buyerIds);
            const change = { groupId: named(action.group), buyerIds, revision: index };
            await deliver((deps) => changeLinkGroup(deps, change), itsFate);
            continue;
          }
          const place = `${action.shop}|${action.root}`;
          const block = live.get(place);
          if (action.type === 'block' && !block) {
            const scope = action.linked ? 'linked_user_ids' : 'user_id_only';
            exempt.delete(place);
            const blocked = await world.block(named(action.shop), named(action.root), scope);
            live.set(place, blocked);
            await deliver((deps) => coverBlock(deps, blocked), itsFate);
          }
          if (action.type === 'rescope' && block) {
            const scope = block.scope === 'user_id_only' ? 'linked_user_ids' : 'user_id_only';
            const changed = await world.rescope(block, scope);
            live.set(place, { ...block, scope });
            await deliver((deps) => followScope(deps, changed), itsFate);
          }
          if (action.type === 'exempt or end it' && !block) {
            const [shop, buyer] = [named(action.shop), named(action.root)];
            const ends = exempt.delete(place);
            await (ends ? world.endExemption(shop, buyer) : world.exempt(shop, buyer));
            if (!ends) exempt.add(place);
            const after = ends ? followExemptionEnd : followExemption;
            await deliver(() => after(follow, { shopId: shop, buyerId: buyer }), itsFate);
          }
          if (action.type === 'unblock' && block) {
            await world.unblock(block);
            live.delete(place);
            await deliver((deps) => cleanMarkers(deps, block), itsFate);
          }
        }
        for (const [index, pick] of shuffle.entries()) {
          if (index < late.length) late.push(...late.splice(pick % late.length, 1));
        }
        for (const work of late) await work(safe);
        await toTheEnd(table, () => Promise.resolve(), { clock: buildClock(), queue });

        const blocks = [...live.values()].map(({ shopId, buyerId, scope }) => ({
          shop: shopId,
          root: buyerId,
          linked: scope === 'linked_user_ids',
        }));
        for (const shop of shops) {
          const buyers = people.map(named);
          const here = new Set(people.filter((buyer) => exempt.has(`${shop}|${buyer}`)).map(named));
          expect(await world.denied(named(shop), buyers)).toEqual(
            whoIsDenied(named(shop), blocks, truth, buyers, here),
          );
        }
        for (const block of live.values()) {
          const total = block.scope === 'linked_user_ids' ? 1 + peers(truth, block.buyerId).size : undefined;
          if (total !== undefined)
            expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: total, total });
        }
      },
    );
    await fc.assert(property, { numRuns: engine === 'dynoxide' ? 100 : 10, endOnFailure: true });
  });
});

function peers(truth: ReadonlyMap<string, readonly string[]>, root: string): ReadonlySet<string> {
  const groupsOfRoot = [...truth.values()].filter((members) => members.includes(root));
  return new Set(groupsOfRoot.flat().filter((member) => member !== root));
}
