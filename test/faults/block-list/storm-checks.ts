import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '../../../shared/table/client.ts';
import { buildClock, noon } from '../../builders/fakes/clock.ts';
import { conflict, startEngineProxy } from '../../builders/engines/engine-proxy.ts';
import type { EngineProxy } from '../../builders/engines/engine-proxy.ts';
import { useEngine } from '../../builders/engines/engines.ts';
import type { TestEngine } from '../../builders/engines/engines.ts';
import { startFunction } from '../../builders/engines/function-process.ts';
import type { FunctionProcess } from '../../builders/engines/function-process.ts';
import { knowBuyers } from '../../builders/items/known-buyer.ts';
import { buildApis } from '../../builders/worlds/seller-api.ts';
import { createTable, openClient } from '../../builders/engines/table.ts';
import { countByDay, fillList, orderedIn, readAftermath, storm } from './block-storm.ts';
import type { Aftermath, StormAnswer } from './block-storm.ts';

const timeZone = 'Asia/Kathmandu';
const midnight = Date.parse('2026-11-22T18:15:00.000Z');
const [oldDay, newDay] = ['2026-11-21T18:15:00.000Z', '2026-11-22T18:15:00.000Z'] as const;
const minute = 60_000;

/** Two processes of the deployed function, one a minute ahead, that meet conflicts at every fifth transaction. */
export function describeStorms(kind: TestEngine, repeats: number): void {
  describe(`200 simultaneous new blocks on ${kind}, ${repeats} times`, () => {
    const engine = useEngine(kind);
    let table: Table;
    let proxy: EngineProxy;
    let processes: FunctionProcess[];
    let buyers: readonly string[];

    beforeAll(async () => {
      table = { name: 'storm', client: openClient(engine.url) };
      await createTable(table.client, table.name);
      buyers = await knowBuyers(table, 200);
      proxy = await startEngineProxy(engine.url);
      proxy.fate = ({ operation, body }) =>
        operation === 'TransactWriteItems' && Math.random() < 0.2 ? conflict(body) : { type: 'pass' };
      processes = await Promise.all(
        [0, 1].map(() => startFunction('blocks-api', proxy.url, { TABLE_NAME: table.name })),
      );
    });
    afterAll(async () => {
      await Promise.all([...processes.map((one) => one.close()), proxy.close()]);
    });

    /** A new shop, and both processes' clocks: the first shows `now`, the second a minute more. */
    async function prepare(shopId: string, now: number): Promise<void> {
      await buildApis(table, buildClock(noon - 86_400_000)).ops.set(shopId, { timeZone });
      await orderedIn(table, shopId, buyers);
      for (const [index, process] of processes.entries()) process.setClockOffset(now + index * minute - Date.now());
    }

    it('never exceed the quota of a local day, and the table agrees with every answer', async () => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const shopId = `shop-${repeat}`;
        // The slower clock stays in the old day, or crosses midnight while the storm blows.
        const crosses = repeat % 2 === 1;
        await prepare(shopId, crosses ? midnight - 250 : midnight - minute / 2);
        const answers = await storm(processes, shopId, buyers);
        const aftermath = await readAftermath(table, shopId);
        expectAgreement(answers, aftermath);
        const days = countByDay(timeZone, aftermath.made);
        expect(days).toEqual(aftermath.ledger.newBlocks);
        expect(days[newDay]).toBe(10);
        if (!crosses) expect(days).toEqual({ [oldDay]: 10, [newDay]: 10 });
        for (const used of Object.values(days)) expect(used).toBeLessThanOrEqual(10);
      }
    });

    it('never exceed 100 live blocks when 99 are there and some have just expired', async () => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const shopId = `full-${repeat}`;
        const now = noon;
        // Both clocks, only the faster one, or the slower one in the middle of it, take five of the blocks for expired.
        const endsAt = now + ([0, minute / 2, 200][repeat % 3] ?? 0);
        await prepare(shopId, now);
        await fillList(table, shopId, { live: 94, ending: 5, endsAt });
        const answers = await storm(processes, shopId, buyers);
        const aftermath = await readAftermath(table, shopId);
        expectAgreement(answers, aftermath);
        expect(Object.keys(aftermath.ledger.places).length).toBeLessThanOrEqual(100);
        expect(Object.keys(aftermath.ledger.places).filter((buyer) => buyer.startsWith('live'))).toHaveLength(94);
        expect(aftermath.made.size).toBe(6);
      }
    });
  });
}

const refusals = new Set(['daily_block_limit_reached', 'block_list_full']);

/** Each 201 stands in the table with its place and its event, and nothing else does; each refusal is a documented one. */
function expectAgreement(answers: readonly StormAnswer[], { ledger, made, announced }: Aftermath): void {
  const added = answers.filter(({ status }) => status === 201);
  expect(new Map([...made].map(([buyer, { blockId }]) => [buyer, blockId]))).toEqual(
    new Map(added.map(({ buyerId, body }) => [buyerId, body['blockId']])),
  );
  expect(announced.toSorted()).toEqual(added.map(({ body }) => body['blockId']).toSorted());
  const ofTheStorm = Object.entries(ledger.places).filter(([buyer]) => /^b\d/.test(buyer));
  expect(new Map(ofTheStorm)).toEqual(new Map([...made].map(([buyer, { expiresAt }]) => [buyer, expiresAt])));
  for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
    expect(refusals).toContain(body['code']);
    expect(status).toBe(409);
    if (body['code'] === 'daily_block_limit_reached') expect(body['resetsAt']).toMatch(/T18:15:00\.000Z$/);
  }
}
