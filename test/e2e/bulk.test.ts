import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import type { Answer } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441961';
const idOf = (at: number): string => String(7_311_111_111_111_111_111n + BigInt(at));
const good = Array.from({ length: 80 }, (_, at) => idOf(at));
const key = { 'idempotency-key': 'the-whole' };

const rowOf = (buyerId: string, overrides: object = {}) => {
  const { buyerId: _, ...row } = newBlock(buyerId, overrides);
  return row;
};
/** A bad row behind each four good ones. */
const bad = Array.from({ length: 20 }, (_, at) =>
  at % 2 === 0 ? rowOf(`nobody-${at}`) : rowOf(String(good[at]), { reason: 'other' }),
);
const rows = bad.flatMap((one, at) => [...good.slice(at * 4, at * 4 + 4).map((id) => rowOf(id)), one]);

interface Row {
  readonly outcome: string;
  readonly block?: { readonly blockId: string };
}
const rowsOf = ({ body }: Answer) => body['rows'] as Row[];
const outcomes = (answer: Answer) => rowsOf(answer).map(({ outcome }) => outcome);

describe('a bulk of 100 rows with 20 bad ones, killed in the middle', () => {
  let data = '';
  let runtime: LocalRuntime;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'ssc-bulk-'));
    runtime = await startLocal({ args: ['--data', data] });
    await grantAccess(runtime, shopId, { quotas: { blocks: 100, newBlocksPerDay: 100 } });
    for (const buyerId of good) await publish(runtime, buyerWithOrder(shopId, buyerId, `name-${buyerId}`));
    await untilFound(
      openShop(runtime, shopId),
      good.map((buyerId) => `name-${buyerId}`),
    );
  });
  afterAll(async () => {
    await runtime?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const listed = async (): Promise<string[]> => {
    const { body } = await openShop(runtime, shopId).seller('GET', 'blocks?limit=100');
    return (body['items'] as { blockId: string }[]).map(({ blockId }) => blockId);
  };
  const bulk = (dryRun: boolean): Promise<Answer> =>
    openShop(runtime, shopId).seller('POST', 'blocks/bulk', { dryRun, rows }, dryRun ? {} : key);
  /** On a busy machine the time may not suffice at once: that is what the key is for. */
  const untilDone = async (ask: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      const answer = await ask();
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      if (!outcomes(answer).includes('unavailable')) return answer;
    }
  };

  it('goes on with its key, does nothing twice, and is what its dry run said', async () => {
    const dry = await untilDone(() => bulk(true));
    expect(dry.body['summary']).toEqual({ would_create: 80, buyer_not_found: 10, validation_failed: 10 });
    expect(await listed()).toEqual([]);

    const slow = { kind: 'delay', milliseconds: 100 };
    const fault = { service: 'dynamodb', operation: 'TransactWriteItems', function: 'bulk-api', fault: slow };
    await runtime.local('POST', 'faults', [fault]);
    const cutOff = bulk(false).then(
      () => 'answered',
      () => 'cut off',
    );
    await vi.waitUntil(async () => (await listed()).length >= 20, patientWithProduct);
    await runtime.kill();
    expect(await cutOff).toBe('cut off');

    runtime = await startLocal({ args: ['--data', data], port: runtime.port });
    const before = await listed();
    expect(before.length).toBeGreaterThanOrEqual(20);
    expect(before.length).toBeLessThan(80);
    const run = await untilDone(() => bulk(false));
    expect(outcomes(run)).toEqual(outcomes(dry).map((one) => one.replace('would_create', 'created')));
    const created = rowsOf(run).flatMap(({ block }) => block?.blockId ?? []);
    expect(created).toEqual(expect.arrayContaining(before));
    expect((await listed()).toSorted()).toEqual(created.toSorted());
    const { body } = await openShop(runtime, shopId).seller('GET', 'access');
    expect(body).toMatchObject({ blocks: { used: 80 }, newBlocksToday: { used: 80 } });
    console.warn(`${before.length} of 80 blocks were there when the product was killed.`);
  });

  it('exports what it made, for the next shop', async () => {
    const token = await runtime.token({ shops: [`${shopId}:viewer`] });
    const response = await fetch(`${runtime.httpUrl}/v1/shops/${shopId}/blocks/export`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString('utf8').split('\r\n')).toHaveLength(82);
    for (const list of ['waivers', 'activity'])
      expect((await openShop(runtime, shopId).seller('HEAD', `${list}/export`)).status).toBe(200);
  });
});
