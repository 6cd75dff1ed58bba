import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { runOps } from './storm/run-ops.ts';

const shopId = '7494049642642441960';

describe('the end of an access and the complaint about it, through the HTTP front end and the commands of ops', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    await grantAccess(runtime, shopId, { notify: { channel: 'email', address: 'ann@shop.example' } });
    await publish(runtime, buyerWithOrder(shopId, 'root', 'name-root'));
    await untilFound(shop, ['name-root']);
    const { status } = await shop.seller('POST', 'blocks', newBlock('root'));
    if (status !== 201) throw new Error(`blocking: ${status}`);
  });
  afterAll(async () => {
    await runtime?.stop();
  });

  const ops = async (...args: readonly string[]) => {
    const { code, output } = await runOps(runtime, ...args);
    expect(code, output).toBe(0);
    return output;
  };
  const decision = async () => (await shop.ask(['root']))[0]?.decision;
  /** Waits for a message to the shop with this subject; its text. */
  const told = (subject: RegExp) =>
    vi.waitFor(async () => {
      const { items } = await runtime.local<{ items: object[] }>('GET', 'messages');
      const found = items.map((item) => JSON.stringify(item)).find((item) => subject.test(item));
      if (found === undefined) throw new Error(`Nobody was told yet: ${subject.source}`);
      return found;
    }, patientWithProduct);
  const complain = async (text: string): Promise<string> => {
    const { status, body } = await shop.seller('POST', 'access/complaint', { text });
    expect(status).toBe(201);
    return String(body['complaintId']);
  };

  it('tells the shop why it has ended', async () => {
    const text = 'Please read section 4.';
    const output = await ops('access', 'terminate', '--shop', shopId, '--reason-code', 'misuse', '--text', text);
    expect(output).toContain('(misuse)');
    expect((await shop.seller('GET', 'access')).body).toMatchObject({
      state: 'terminated',
      reasonCode: 'misuse',
      text,
    });
    expect((await shop.seller('GET', 'blocks')).status).toBe(403);
    expect(await decision()).toBe('allow');
    const mail = await told(/Seller Security Center has ended/);
    expect(mail).toContain(text);
    expect(mail).toContain('can file a complaint');
  });

  it('shows a complaint to ops, and tells the shop that it was rejected', async () => {
    const complaintId = await complain('Why?');
    await vi.waitFor(async () => expect(await ops('complaints', 'list')).toContain(complaintId), patientWithProduct);
    await ops('complaints', 'decide', '--id', complaintId, '--outcome', 'rejected', '--text', 'It was you.');
    expect((await shop.seller('GET', 'access')).body).toMatchObject({
      state: 'terminated',
      complaint: { state: 'rejected', answer: 'It was you.' },
    });
    expect(await told(/was rejected/)).toContain('It was you.');
    expect(await decision()).toBe('allow');
  });

  it('gives the access back when it is upheld: the seller works on, the block denies again, and the shop is told', async () => {
    const complaintId = await complain('Look again.');
    const decide = () => ops('complaints', 'decide', '--id', complaintId, '--outcome', 'upheld', '--text', 'Sorry.');
    expect(await decide()).toContain('its access is active');
    expect(await decision()).toBe('deny');
    expect((await shop.seller('GET', 'blocks')).body['items']).toHaveLength(1);
    expect((await shop.seller('PATCH', 'blocks/root', { reason: 'harassment' })).status).toBe(200);
    expect(await told(/has Seller Security Center again/)).toContain('Sorry.');
    expect(await decide()).toContain('is upheld');
    const { items } = (await shop.seller('GET', 'activity?limit=100')).body as { items: { type: string }[] };
    expect(items.filter(({ type }) => type === 'Access Complaint Decided')).toHaveLength(2);
    const { items: messages } = await runtime.local<{ items: object[] }>('GET', 'messages');
    expect(messages).toHaveLength(4);
  });
});
