import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { askGate, openShop, untilFound } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441702';
const buyerId = '7495831048219945102';
const username = 'durable';

describe('state with --data', () => {
  let data = '';
  let runtime: LocalRuntime | undefined;
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'ssc-data-'));
  });
  afterEach(async () => {
    await runtime?.stop();
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('survives a SIGKILL: blocks, events under way, tokens, the clock', async () => {
    const first = await startLocal({ args: ['--data', data] });
    runtime = first;
    await first.local('POST', 'clock', { advanceSeconds: 3_600 });
    const token = await first.token({ shops: [`${shopId}:owner`] });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const shop = `${first.httpUrl}/v1/shops/${shopId}`;
    await grantAccess(first, shopId);
    await publish(first, buyerWithOrder(shopId, buyerId, username));
    await untilFound(openShop(first, shopId), [username]);
    const block = { buyerId, username, reason: 'harassment', scope: 'user_id_only', duration: '90_days' };
    expect((await fetch(`${shop}/blocks`, { method: 'POST', headers, body: JSON.stringify(block) })).status).toBe(201);
    // Acknowledged by the bus; nobody waits for its consumer.
    await publish(first, buyerWithOrder(shopId, '7495831048219945103', 'just.before'));
    await first.kill();

    const second = await startLocal({ args: ['--data', data], port: first.port });
    runtime = second;
    expect(await second.local('GET', 'clock')).toMatchObject({ advancedSeconds: 3_600 });
    expect((await fetch(`${shop}/blocks/${buyerId}`, { headers })).status).toBe(200);
    expect(await askGate(second, [{ shopId, buyerId }])).toMatchObject([{ decision: 'deny', degraded: false }]);
    await untilFound(openShop(second, shopId), ['just.before']);
  });
});
