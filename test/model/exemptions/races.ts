import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/kernel/errors.ts';
import { followExemption, followExemptionEnd } from '../../../shared/exemptions/follow-exemption.ts';
import { createFollowExemptionStore } from '../../../shared/exemptions/follow-store.ts';
import type { Table } from '../../../shared/table/client.ts';
import { blockKey, exemptionKey, exemptPlacesKey, markerKey } from '../../../shared/table/keys.ts';
import { engines } from '../../builders/engines/engines.ts';
import { useTable } from '../../builders/engines/table.ts';
import { buildClock } from '../../builders/fakes/clock.ts';
import { knowBuyer } from '../../builders/items/known-buyer.ts';
import { readItem } from '../../builders/items/table-items.ts';
import { buildGate } from '../../builders/worlds/gate-over-table.ts';
import { changeLinkGroup, coverBlock } from '../../builders/worlds/link-work.ts';
import { buildApis } from '../../builders/worlds/seller-api.ts';
import type { Answer } from '../../builders/worlds/seller-api.ts';
import { interleave } from '../coverage/interleave.ts';

const turns = fc.array(fc.record({ pick: fc.nat({ max: 5 }), calls: fc.integer({ min: 1, max: 10 }) }), {
  minLength: 8,
  maxLength: 40,
});
const race = fc.record({
  linkedBefore: fc.boolean(),
  linkedAfter: fc.boolean(),
  exemptBefore: fc.boolean(),
  /** Whether a colleague blocks this very buyer meanwhile, and whether one takes them off the exempt list. */
  ownBlock: fc.boolean(),
  endsExemption: fc.boolean(),
  turns,
});
type Race = typeof race extends fc.Arbitrary<infer One> ? One : never;

/** As the queue does: what could not be done now is delivered again. */
async function delivered<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let receive = 0; receive < 5; receive++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'unavailable')) throw error;
    }
  }
  throw new Error('The message would have ended in the dead letters.');
}

/** Races of an exemption against a linked block, a link event, a block of the very buyer, and its own end, call by call. */
export function describeRaces(count: number): void {
  describe.each(engines())(`${count} races of an exemption on %s`, (engine) => {
    const table = useTable(engine);
    const clock = buildClock();
    const gate = buildGate(table, clock);
    const { ops } = buildApis(table, clock);
    let run = 0;

    it('end by the precedence: a block of this very buyer, then the exemption, then a block through links', async () => {
      const seen = { deny: 0, allow: 0, atOnce: 0, ownBlock: 0 };
      const property = fc.asyncProperty(race, async (one) => {
        const scene = { shop: `s-${(run += 1)}`, buyer: `b-${run}`, root: `r-${run}`, group: `g-${run}` };
        await prepare(scene, one);
        seen.atOnce += await runRace(scene, one);
        const { decision, ownBlock } = await judge(scene, one);
        seen[decision] += 1;
        seen.ownBlock += Number(ownBlock);
      });
      await fc.assert(property, { numRuns: count, endOnFailure: true });
      // It did meet what it is about.
      for (const times of Object.values(seen)) expect(times).toBeGreaterThan(count / 20);
      process.stdout.write(`${count} races on ${engine}: ${JSON.stringify(seen)}\n`);
    });

    async function prepare({ shop, buyer, root, group }: Scene, { linkedBefore, exemptBefore }: Race): Promise<void> {
      await ops.set(shop);
      for (const one of [buyer, root]) await knowBuyer(table, one, shop);
      const buyerIds = linkedBefore ? [buyer, root] : [root];
      await changeLinkGroup(table, clock, { groupId: group, buyerIds, revision: 1 });
      if (exemptBefore) expect((await sellerOn(table, shop).exempt(buyer)).status).toBe(201);
    }

    /** Answers how often the gate was asked right behind an answer, with nothing else under way that bears on it. */
    async function runRace({ shop, buyer, root, group }: Scene, one: Race): Promise<number> {
      let asked = 0;
      const ask = async (expected: 'allow' | 'deny') => {
        expect(await gate.decisions(`${shop}/${buyer}`)).toEqual([expected]);
        asked += 1;
      };
      const members = one.linkedAfter ? [buyer, root] : [root];
      const workers: ((on: Table) => Promise<void>)[] = [
        async (on) => {
          const answer = await sellerOn(on, shop).exempt(buyer);
          expectCode(answer, '201', 'already_exempt', 'already_blocked');
          // From the answer on it holds, unless a colleague ends it.
          if (answer.status === 201 && !one.ownBlock && !one.endsExemption) await ask('allow');
        },
        async (on) => cover(on, shop, await sellerOn(on, shop).add(root, { scope: 'linked_user_ids' })),
        async (on) => {
          const change = { groupId: group, buyerIds: members, revision: 2 };
          await changeLinkGroup(on, clock, change, { deliver: delivered });
        },
      ];
      if (one.ownBlock)
        workers.push(async (on) => {
          const answer = await sellerOn(on, shop).add(buyer);
          expect(answer.status).toBe(201);
          await ask('deny');
          await cover(on, shop, answer);
        });
      if (one.endsExemption)
        workers.push(async (on) => expectCode(await sellerOn(on, shop).endExemption(buyer), '204', 'not_found'));
      await interleave(table, workers, one.turns);
      return asked;
    }

    /** What the events of the exemption bring comes last, and changes nothing of it. */
    async function judge({ shop, buyer, root }: Scene, one: Race) {
      const ownBlock = (await readItem(table, blockKey(shop, buyer))) !== undefined;
      const exempt = (await readItem(table, exemptionKey(shop, buyer))) !== undefined;
      const linked = one.linkedAfter && (await readItem(table, blockKey(shop, root))) !== undefined;
      expect(ownBlock).toBe(one.ownBlock);
      expect(ownBlock && exempt).toBe(false);
      const decision = ownBlock || (linked && !exempt) ? 'deny' : 'allow';
      const follow = createFollowExemptionStore(table);
      for (const after of [undefined, followExemption, followExemptionEnd]) {
        await after?.(follow, { shopId: shop, buyerId: buyer });
        const [answer] = await gate.ask(`${shop}/${buyer}`);
        expect(answer).toMatchObject({ decision, degraded: false });
      }
      const marker = await readItem(table, markerKey(shop, buyer));
      expect(marker?.['exemption'] !== undefined).toBe(exempt);
      const places = (await readItem(table, exemptPlacesKey(shop)))?.['buyers'] as Set<string> | undefined;
      expect([...(places ?? [])]).toEqual(exempt ? [buyer] : []);
      return { decision, ownBlock } as const;
    }

    const sellerOn = (on: Table, shop: string) => buildApis(on, clock).seller(shop);

    async function cover(on: Table, shop: string, { body }: Answer): Promise<void> {
      const { buyerId, blockId, scope } = body as { buyerId: string; blockId: string; scope: 'linked_user_ids' };
      await coverBlock(on, { shopId: shop, buyerId, blockId, scope }, { deliver: delivered });
    }
  });
}

interface Scene {
  readonly shop: string;
  readonly buyer: string;
  readonly root: string;
  readonly group: string;
}

function expectCode({ status, body }: Answer, ...expected: readonly string[]): void {
  expect(expected).toContain(String(body['code'] ?? status));
}
