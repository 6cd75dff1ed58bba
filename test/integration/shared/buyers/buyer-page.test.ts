import { beforeEach, describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import type { OrderStatus } from '../../../../shared/kernel/words/orders.ts';
import { recordOrder } from '../../../../shared/orders/record-order.ts';
import { createOrderStore } from '../../../../shared/orders/store.ts';
import { recordRefund } from '../../../../shared/refunds/record-refund.ts';
import { createRefundStore } from '../../../../shared/refunds/store.ts';
import { groupKey, linksKey, markerKey, memberKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { saveProfile } from '../../../builders/items/known-buyer.ts';
import { accessItem, blockItems } from '../../../builders/items/stored-items.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { orderAlert, outcomeAlert, raise } from '../../../builders/worlds/alert-apis.ts';
import { buyerRouteOver } from '../../../builders/worlds/lookups.ts';
import { callRoute } from '../../../builders/worlds/seller-api.ts';

const at = '2026-11-22T09:30:00.000Z';
const envelope = { version: 1, eventId: 'e1', buyerId: 'b1', updatedAt: at } as const;

describe.each(engines())('the page of one buyer on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const route = buyerRouteOver('readBuyer', table, clock);
  const lookup = buyerRouteOver('findBuyer', table, clock);
  const request = (shopId: string) => ({
    path: `/v1/shops/${shopId}/buyers/b1`,
    pathParameters: { shopId, buyerId: 'b1' },
    claims: { sub: 'ann', shops: 'shop:viewer shop-2:owner' },
  });
  const read = (shopId = 'shop') => callRoute(route, request(shopId));
  const find = async () => {
    const { pathParameters, ...rest } = request('shop');
    return callRoute(lookup, {
      ...rest,
      path: '/v1/shops/shop/buyers',
      pathParameters: { shopId: pathParameters.shopId },
      query: { username: 'name-b1' },
    });
  };
  const order = (orderId: string, status: OrderStatus, shopId = 'shop') =>
    recordOrder(createOrderStore(table))({ ...envelope, shopId, orderId, status, createdAt: at });

  beforeEach(async () => {
    clock.time = noon;
    await putItems(table, accessItem('shop'), accessItem('shop-2'));
    await saveProfile(table, 'b1');
  });

  it('shows what the lookup shows, and the history in this shop alone', async () => {
    await order('o1', 'UNPAID');
    await order('o2', 'CANCELLED');
    await order('o3', 'COMPLETED');
    await order('theirs', 'CANCELLED', 'shop-2');
    await recordRefund(createRefundStore(table))({
      ...envelope,
      shopId: 'shop',
      refundId: 'r1',
      orderId: 'o3',
      status: 'RETURN_OR_REFUND_REQUEST_PENDING',
    });
    await raise(table, 'shop', orderAlert('shop', 'o1', { buyerId: 'b1' }));
    await raise(table, 'shop', outcomeAlert('shop', 'f1', { buyerId: 'b1' }));
    expect(await read()).toMatchObject({
      status: 200,
      body: { ...(await find()).body, history: { orders: 3, cancellations: 1, refunds: 1, alerts: 1 } },
    });
    expect((await read()).body).toMatchObject({ username: 'name-b1', openOrders: 1, linkedAccounts: 0 });
    expect((await read('shop-2')).body).toMatchObject({
      history: { orders: 1, cancellations: 1, refunds: 0, alerts: 0 },
    });
  });

  it('is of nobody who has not ordered here, whatever else is known, nor of an erased buyer', async () => {
    await raise(table, 'shop', orderAlert('shop', 'o1', { buyerId: 'b1' }));
    const stranger = await read();
    expect(stranger).toMatchObject({ status: 404, body: { code: 'buyer_not_found' } });
    await order('o1', 'COMPLETED');
    expect(await read()).toMatchObject({ status: 200 });
    await createProfileStore(table).erase('b1', noon);
    expect(await read()).toEqual(stranger);
  });

  it('says whether this shop blocks this very buyer now, as the lookup does', async () => {
    await order('o1', 'COMPLETED');
    const isBlocked = async () => {
      const answers = [(await read()).body['isBlocked'], (await find()).body['isBlocked']];
      expect(answers[0]).toBe(answers[1]);
      return answers[0];
    };
    expect(await isBlocked()).toBe(false);
    await putItems(table, ...blockItems('shop-2', buildBlock({ buyerId: 'b1' })));
    expect(await isBlocked()).toBe(false);
    await putItems(table, ...blockItems('shop', buildBlock({ buyerId: 'b1', expiresAt: noon + 1000 })));
    expect(await isBlocked()).toBe(true);
    clock.time = noon + 1000;
    expect(await isBlocked()).toBe(false);
  });

  it('reads the same, to the byte, where a block covers the buyer through a link', async () => {
    await order('o1', 'COMPLETED');
    await putItems(
      table,
      { ...linksKey('b1'), revision: 1, groups: new Set(['g']) },
      { ...groupKey('g'), revision: 1, appliedRevision: 1, members: 2 },
      ...['b1', 'root'].map((buyerId) => ({ ...memberKey('g', buyerId), buyerId, state: 'member' })),
    );
    const before = [await read(), await find()];
    await putItems(table, ...blockItems('shop', buildBlock({ buyerId: 'root', scope: 'linked_user_ids' })), {
      ...markerKey('shop', 'b1'),
      'b#root': { blockId: 'b', expiresAt: noon + 5000 },
    });
    expect([await read(), await find()]).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('root');
  });

  it('counts as a lookup', async () => {
    await order('o1', 'COMPLETED');
    for (let count = 0; count < 60; count++) expect((await read()).status).toBe(200);
    expect(await read()).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect((await find()).status).toBe(429);
    expect((await read('shop-2')).status).toBe(404);
  });
});
