import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ninetyDays } from '../../../shared/block-list/rules.ts';
import { buildClock, noon } from '../../builders/fakes/clock.ts';
import { engines } from '../../builders/engines/engines.ts';
import { buildGate } from '../../builders/worlds/gate-over-table.ts';
import { knowBuyers } from '../../builders/items/known-buyer.ts';
import { scanPrefix } from '../../builders/items/partitions.ts';
import { buildApis } from '../../builders/worlds/seller-api.ts';
import type { Answer } from '../../builders/worlds/seller-api.ts';
import { useTable } from '../../builders/engines/table.ts';
import { ShopModel } from './shop-model.ts';
import type { Action } from './shop-model.ts';

const buyers = Array.from({ length: 5 }, (_, index) => `b${index}`);
const buyer = fc.constantFrom(...buyers);
const undoTime = 15 * 60_000;
const duration = fc.constantFrom('90_days' as const, 'permanent' as const);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('add' as const), buyer, duration }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('remove' as const), buyer }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('restore' as const), buyer }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('extend' as const), buyer, duration }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('exempt' as const), buyer }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('end exemption' as const), buyer }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('advance' as const),
      milliseconds: fc.constantFrom(1, undoTime - 1, undoTime, 3_600_000, 86_400_000, ninetyDays - 1, ninetyDays),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'ttl' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('access' as const),
      state: fc.constantFrom('active' as const, 'active' as const, 'terminated' as const),
      quotas: fc.record({ blocks: fc.integer({ min: 0, max: 4 }), newBlocksPerDay: fc.integer({ min: 0, max: 4 }) }),
    }),
  },
);

describe.each(engines())('a shop on %s', (engine) => {
  const table = useTable(engine);

  it('does what the model of the design does, whatever happens to it', async () => {
    let shops = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 30 }), async (actions) => {
        const shopId = `shop-${++shops}`;
        const clock = buildClock();
        const { seller, ops } = buildApis(table, clock);
        const [shop, gate, model] = [seller(shopId), buildGate(table, clock), new ShopModel(noon)];
        /** The last block of each buyer. */
        const made = new Map<string, string>();
        await knowBuyers(table, buyers.length, shopId);
        await ops.set(shopId);

        for (const next of actions) {
          if (next.type === 'ttl') {
            await deleteExpired(clock.time);
            continue;
          }
          const expected = model.act(next);
          clock.time = model.now;
          expect(await perform(next)).toBe(expected);
          const decisions = await gate.decisions(...buyers.map((one) => `${shopId}/${one}`));
          expect(decisions).toEqual(buyers.map((one) => (model.denies(one) ? 'deny' : 'allow')));
          expect((await shop.access()).body).toMatchObject({
            blocks: { used: model.live().length },
            newBlocksToday: { used: model.today() },
          });
          if (model.active) expect(await exemptBuyers()).toEqual([...model.exempt].toSorted());
        }

        async function exemptBuyers(): Promise<readonly string[]> {
          const { items } = (await shop.exemptions({ limit: '100' })).body as { items: { buyerId: string }[] };
          return items.map(({ buyerId }) => buyerId).toSorted();
        }

        async function perform(next: Exclude<Action, { type: 'ttl' }>): Promise<string> {
          if (next.type === 'advance') return '200';
          const answer = await answerTo(next);
          if (next.type === 'add' && answer.status === 201) made.set(next.buyer, String(answer.body['blockId']));
          if (next.type === 'restore' && answer.status === 200)
            expect(answer.body['blockId']).toBe(made.get(next.buyer));
          return String(answer.body['code'] ?? answer.status);
        }

        function answerTo(next: Exclude<Action, { type: 'ttl' | 'advance' }>): Promise<Answer> {
          switch (next.type) {
            case 'access':
              return ops.set(shopId, { state: next.state, quotas: next.quotas });
            case 'add':
              return shop.add(next.buyer, { duration: next.duration });
            case 'extend':
              return shop.extend(next.buyer, { duration: next.duration });
            case 'remove':
              return shop.remove(next.buyer);
            case 'restore':
              return shop.restore(next.buyer, made.get(next.buyer) ?? 'none');
            case 'exempt':
              return shop.exempt(next.buyer);
            case 'end exemption':
              return shop.endExemption(next.buyer);
          }
        }
      }),
      { numRuns: engine === 'dynoxide' ? 25 : 8 },
    );
  });

  async function deleteExpired(now: number): Promise<void> {
    for (const { pk, sk, ttl } of await scanPrefix(table, '')) {
      if (Number(ttl ?? Number.POSITIVE_INFINITY) * 1000 <= now)
        await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
    }
  }
});
