import { beforeEach, describe, expect, it } from 'vitest';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { knowBuyer, saveProfile } from '../../../builders/items/known-buyer.ts';
import { buildBulkSeller, rowOf } from '../../../builders/worlds/bulk.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

describe.each(usualEngines())('whom rows name, of buyers of other shops, on %s', (engine) => {
  const table = useTable(engine);
  const recorded = recordCalls(table);
  const clock = buildClock();
  const ann = buildBulkSeller(recorded, clock, 'own');
  const strangers = ['foreign', 'idle', 'nobody'];

  beforeEach(async () => {
    await buildApis(table, clock).ops.set('own');
    await knowBuyer(table, 'foreign', 'other');
    await saveProfile(table, 'idle');
    await ann.json([{}]);
  });

  it.each([true, false])('is the same answer after the same reads, dry run or not: %s', async (dryRun) => {
    for (const more of [(): object => ({}), (buyerId: string) => ({ buyerId })]) {
      const seen: unknown[] = [];
      for (const name of strangers) {
        recorded.calls.length = 0;
        const { body } = await ann.json([rowOf(name, more(name))], { dryRun });
        expect(body.rows).toEqual([{ row: 1, outcome: 'buyer_not_found' }]);
        seen.push(recorded.calls.map(({ name: command, asked }) => [command, asked]));
      }
      for (const one of seen) expect(one).toEqual(seen[0]);
    }
  });

  it('is looked up once, however many rows repeat it', async () => {
    const calls = async (count: number) => {
      recorded.calls.length = 0;
      await ann.json(Array(count).fill(rowOf('foreign')), { dryRun: true });
      return recorded.calls.length;
    };
    expect(await calls(50)).toBe(await calls(1));
  });
});
