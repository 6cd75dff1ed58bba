import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkGroupChanged } from '../../local/demo/marketplace.ts';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441950';

describe('an exemption, through the HTTP front end', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  const decisions = async () => (await shop.ask(['root', 'linked'])).map(({ decision }) => decision);
  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    await grantAccess(runtime, shopId);
    await publish(runtime, [
      ...['root', 'linked'].flatMap((buyer) => buyerWithOrder(shopId, buyer, `name-${buyer}`)),
      linkGroupChanged({ groupId: 'family', buyerIds: ['root', 'linked'], revision: 1 }),
    ]);
    await vi.waitFor(async () => {
      const { body } = await shop.seller('GET', 'buyers?username=name-linked');
      if (body['linkedAccounts'] !== 1) throw new Error('The accounts are not linked yet.');
    }, patientWithProduct);
    await shop.seller('POST', 'blocks', newBlock('root', { scope: 'linked_user_ids' }));
    await vi.waitFor(async () => {
      if ((await decisions()).includes('allow')) throw new Error('The block does not cover the linked account yet.');
    }, patientWithProduct);
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const exempt = () => shop.seller('POST', 'exemptions', { buyerId: 'linked', username: 'name-linked', note: 'hers' });

  it('lets a linked account order from its answer on, and no longer once it ends', async () => {
    expect((await shop.seller('GET', 'buyers/linked')).body).toMatchObject({
      links: [
        { evidence: 'device', accounts: 1 },
        { evidence: 'payment_instrument', accounts: 1 },
      ],
      strength: 'strong',
      isExempt: false,
    });
    const exempted = await exempt();
    expect(exempted).toMatchObject({ status: 201, body: { buyerId: 'linked', note: 'hers', revision: 1 } });
    expect(await decisions()).toEqual(['deny', 'allow']);
    expect((await shop.seller('GET', 'buyers/linked')).body).toMatchObject({ isExempt: true, isBlocked: false });
    expect(
      (await shop.seller('GET', String(exempted.headers.get('location')).split(`${shopId}/`)[1] ?? '')).body,
    ).toEqual(exempted.body);
    const ifMatch = { 'if-match': exempted.headers.get('etag') ?? '' };
    expect((await shop.seller('DELETE', 'exemptions/linked', undefined, ifMatch)).status).toBe(204);
    expect(await decisions()).toEqual(['deny', 'deny']);
  });

  it('ends with a block of the very buyer, which is refused an exemption then', async () => {
    await exempt();
    expect((await shop.seller('POST', 'blocks', newBlock('linked'))).status).toBe(201);
    expect(await decisions()).toEqual(['deny', 'deny']);
    expect(await exempt()).toMatchObject({ status: 409, body: { code: 'already_blocked' } });
    expect((await shop.seller('GET', 'exemptions')).body).toEqual({ items: [] });
  });

  it('stands in the activity, with how it ended', async () => {
    const { items } = (await shop.seller('GET', 'activity')).body as {
      items: { type: string; details: { because?: string } }[];
    };
    const told = items
      .filter(({ type }) => type.startsWith('Buyer Exempt'))
      .map(({ type, details }) => [type, details]);
    expect(told.toReversed()).toMatchObject([
      ['Buyer Exempted', { buyerId: 'linked' }],
      ['Buyer Exemption Ended', { because: 'removed' }],
      ['Buyer Exempted', {}],
      ['Buyer Exemption Ended', { because: 'blocked' }],
    ]);
  });
});
