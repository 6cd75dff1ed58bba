import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { linkGroupChanged } from '../../local/demo/marketplace.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { runOps } from './storm/run-ops.ts';

const shopId = '7494049642642441910';
const reason = { agent: 'agent-7', reason: 'she showed her papers' };

describe('customer support, through the HTTP front end', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    await grantAccess(runtime, shopId);
    await publish(runtime, [
      ...buyerWithOrder(shopId, 'root', 'name-root'),
      linkGroupChanged({ groupId: 'one-person', buyerIds: ['root', 'linked'], revision: 1 }),
    ]);
    await vi.waitFor(async () => {
      const { body } = await shop.seller('GET', 'buyers?username=name-root');
      if (body['linkedAccounts'] !== 1) throw new Error('The accounts are not linked yet.');
    }, patientWithProduct);
    const block = newBlock('root', { scope: 'linked_user_ids', reason: 'abusive_review' });
    const { status } = await shop.seller('POST', 'blocks', block);
    if (status !== 201) throw new Error(`blocking: ${status}`);
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const decisions = async () => (await shop.ask(['root', 'linked'])).map(({ decision }) => decision);
  const blocksOf = async (buyerId: string) => {
    const response = await runtime.signedFetch('support', `/v1/support/buyers/${buyerId}/blocks`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { items: { blockId: string; inEffect: boolean }[] }).items;
  };
  const lift = (caller: string, buyerId: string, more: object = {}) =>
    runtime.signedFetch(caller, `/v1/support/shops/${shopId}/blocks/${buyerId}`, {
      method: 'DELETE',
      body: { ...reason, ...more },
    });

  it('sees a block, for nobody but support', async () => {
    await vi.waitFor(
      async () => expect(await blocksOf('linked')).toMatchObject([{ shopId, inEffect: true }]),
      patientWithProduct,
    );
    expect(await decisions()).toEqual(['deny', 'deny']);
    for (const caller of ['ops', 'order-service', 'performance-service', 'marketplace']) {
      expect((await runtime.signedFetch(caller, '/v1/support/buyers/root/blocks')).status, caller).toBe(403);
      expect((await lift(caller, 'root')).status, caller).toBe(403);
    }
  });

  it('ends the block for the linked account who asked: the seller sees that, and why', async () => {
    const [block] = await blocksOf('linked');
    expect((await lift('support', 'linked', { blockId: block?.blockId })).status).toBe(204);
    expect(await decisions()).toEqual(['allow', 'allow']);
    expect(await blocksOf('root')).toEqual([]);
    const { items } = (await shop.seller('GET', 'activity')).body as { items: { type: string }[] };
    expect(items.find(({ type }) => type === 'Buyer Unblocked')).toMatchObject({
      actor: { kind: 'support' },
      details: { buyerId: 'root', agent: 'agent-7', supportReason: reason.reason },
    });
    expect((await lift('support', 'root')).status).toBe(404);
  });

  it('leaves a block that looked retaliatory in the report of ops', async () => {
    await vi.waitFor(async () => {
      const response = await runtime.signedFetch('ops', '/v1/admin/reports/retaliation?days=1');
      expect(await response.json()).toMatchObject({ items: [{ shopId, blocks: 1, suspicious: 1, share: 1 }] });
    }, patientWithProduct);
    expect((await runtime.signedFetch('support', '/v1/admin/reports/retaliation')).status).toBe(403);
    const printed = await runOps(runtime, 'report', 'retaliation');
    expect(printed.output).toMatch(new RegExp(`^${shopId} +100\\.0 % +1 of 1 `, 'm'));
  });
});
