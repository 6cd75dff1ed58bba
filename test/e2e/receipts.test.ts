import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { openShop } from './seller-client.ts';
import { runEntry } from './spawn-entry.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642442101';
const buyerId = '7495831048219946101';
const orderId = `o-${buyerId}`;

describe('the receipt of a waiver', () => {
  let folder = '';
  let runtime: LocalRuntime | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-receipts-'));
  });
  afterEach(async () => {
    await runtime?.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const receiptOf = async (from: LocalRuntime, order: string) => {
    const token = await from.token({ shops: [`${shopId}:viewer`] });
    const url = `${from.httpUrl}/v1/shops/${shopId}/waivers/order/${order}/receipt`;
    return fetch(url, { headers: { authorization: `Bearer ${token}` } });
  };
  const keysOf = async (from: LocalRuntime) => {
    const response = await fetch(`${from.httpUrl}/v1/waiver-keys`);
    return { response, keySet: (await response.json()) as JSONWebKeySet };
  };
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  /** As whoever was handed both would. */
  const verify = async (receipt: string, keySet: JSONWebKeySet) => {
    const files = [file('receipt.jws', receipt), '--keys', file('keys.json', JSON.stringify(keySet))];
    const byOps = await runEntry('ops/ops.ts', ['verify-receipt', ...files]);
    const byJose = await compactVerify(receipt, createLocalJWKSet(keySet)).then(
      ({ payload }) => JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>,
      () => undefined,
    );
    return { byOps, byJose };
  };

  async function cancelFlaggedOrder(from: LocalRuntime): Promise<void> {
    const shop = openShop(from, shopId);
    await grantAccess(from, shopId);
    const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
    const flag = { shopId, orderId, buyerId, reasons: ['payment_risk'], flaggedAt: at(0), respondBy: at(3_600_000) };
    await publish(from, [
      ...buyerWithOrder(shopId, buyerId, 'Mallory'),
      { source: 'marketplace.risk', type: 'Order Risk Flagged', detail: flag },
    ]);
    const { alertId } = await vi.waitFor(async () => {
      const { alert } = (await shop.seller('GET', `orders/${orderId}/risk`)).body;
      expect(alert).toMatchObject({ status: 'open' });
      return alert as { alertId: string };
    }, patientWithProduct);
    expect((await shop.seller('POST', `alerts/${alertId}/cancel-order`)).status).toBe(202);
    expect((await receiptOf(from, orderId)).status, 'while the waiver is pending').toBe(404);
    const cancelled = { shopId, orderId, buyerId, status: 'CANCELLED', createdAt: at(0), updatedAt: at(0) };
    await publish(from, [{ source: 'marketplace.orders', type: 'Order Status Changed', detail: cancelled }]);
    await vi.waitFor(async () => expect((await receiptOf(from, orderId)).status).toBe(200), patientWithProduct);
  }

  it('is verified offline, also after a SIGKILL of what signed it', async () => {
    const first = await startLocal({ args: ['--data', join(folder, 'data')] });
    runtime = first;
    await cancelFlaggedOrder(first);
    const response = await receiptOf(first, orderId);
    expect(response.headers.get('content-type')).toBe('application/jose');
    const receipt = await response.text();
    const before = await keysOf(first);
    expect(before.response.headers.get('cache-control')).toBe('public, max-age=300');
    const valid = await verify(receipt, before.keySet);
    expect(valid.byOps).toMatchObject({ code: 0, output: expect.stringContaining('VALID.') as string });
    expect(valid.byJose).toMatchObject({ issuer: 'ssc-local', shopId, subjectId: orderId, termsVersion: '1' });

    const [header = '', payload = '', signature = ''] = receipt.split('.');
    const altered = Buffer.from(payload, 'base64url').toString().replace(orderId, `${orderId}0`);
    const forged = `${header}.${Buffer.from(altered).toString('base64url')}.${signature}`;
    const invalid = await verify(forged, before.keySet);
    expect(invalid.byOps).toMatchObject({ code: 1, output: expect.stringContaining('NOT VALID.') as string });
    expect(invalid.byJose).toBeUndefined();

    await first.kill();
    const second = await startLocal({ args: ['--data', join(folder, 'data')], port: first.port });
    runtime = second;
    const after = await keysOf(second);
    expect(after.keySet).toEqual(before.keySet);
    const etag = before.response.headers.get('etag') ?? '';
    const unchanged = await fetch(`${second.httpUrl}/v1/waiver-keys`, { headers: { 'if-none-match': etag } });
    expect(unchanged.status).toBe(304);
    expect((await verify(receipt, after.keySet)).byOps.code).toBe(0);
    const another = await (await receiptOf(second, orderId)).text();
    expect(another).not.toBe(receipt);
    expect((await verify(another, before.keySet)).byOps.code).toBe(0);

    const calls = await second.local<{ items: { service: string; operation: string; function?: string }[] }>(
      'GET',
      'calls',
    );
    const ofKms = calls.items.filter(({ service }) => service === 'kms').map(({ operation }) => operation);
    expect(ofKms.filter((operation) => operation === 'GetPublicKey').length).toBeLessThanOrEqual(1);
  });
});
