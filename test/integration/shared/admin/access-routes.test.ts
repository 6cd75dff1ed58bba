import { beforeEach, describe, expect, it } from 'vitest';
import { adminRoutes } from '../../../../shared/admin/access-routes.ts';
import { createAccessStore } from '../../../../shared/access/store.ts';
import { ledgerKey } from '../../../../shared/table/keys.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(usualEngines())('the access of a shop on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  beforeEach(() => {
    clock.time = noon;
  });

  it('is not invited until ops grant it', async () => {
    const notInvited = {
      shopId: 'shop',
      state: 'not_invited',
      revision: 0,
      blocks: { used: 0, limit: 100 },
      newBlocksToday: { used: 0, limit: 10, resetsAt: '2026-11-23T00:00:00.000Z' },
    };
    expect((await shop.access()).body).toEqual(notInvited);
    expect((await ops.show('shop')).body).toEqual({
      shopId: 'shop',
      state: 'not_invited',
      revision: 0,
      quotas: { blocks: 100, newBlocksPerDay: 10 },
      members: [],
    });
    for (const refused of [
      await shop.list(),
      await shop.get('b'),
      await shop.add('b'),
      await shop.extend('b', { note: 'n' }),
      await shop.remove('b'),
    ]) {
      expect(refused).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    }
  });

  it('is granted with its zone, quotas, members and notification', async () => {
    const granted = {
      timeZone: 'Africa/Cairo',
      quotas: { blocks: 7, newBlocksPerDay: 2 },
      members: [{ subject: 'ann', role: 'owner' }],
      notify: { channel: 'email', address: 'ann@example.com' },
      reason: 'pilot',
    };
    const reply = await ops.set('shop', granted);
    expect(reply).toMatchObject({
      status: 200,
      body: { shopId: 'shop', state: 'active', since: '2026-11-22T12:00:00.000Z', ...granted },
    });
    expect((await ops.show('shop')).body).toEqual(reply.body);
    expect((await shop.access()).body).toEqual({
      shopId: 'shop',
      state: 'active',
      revision: 1,
      since: '2026-11-22T12:00:00.000Z',
      timeZone: 'Africa/Cairo',
      blocks: { used: 0, limit: 7 },
      newBlocksToday: { used: 0, limit: 2, resetsAt: '2026-11-22T22:00:00.000Z' },
    });
    expect((await readItem(table, ledgerKey('shop')))?.['blocks']).toEqual({});
  });

  it('ends at once for its sellers, and comes back with its blocks and its count of the day', async () => {
    await ops.set('shop', { quotas: { newBlocksPerDay: 2 } });
    await knowBuyers(table, 3, 'shop');
    await shop.add('b0');
    await shop.add('b1', { duration: 'permanent' });
    await ops.set('shop', { state: 'terminated', reason: 'abuse' });
    expect((await shop.list()).body['code']).toBe('access_not_active');
    expect((await shop.access()).body).toMatchObject({ state: 'terminated', blocks: { used: 2, limit: 100 } });
    await ops.set('shop');
    expect((await shop.list()).body['items']).toHaveLength(2);
    expect((await shop.add('b2')).body['code']).toBe('daily_block_limit_reached');
    await ops.set('shop', { state: 'terminated' });
    clock.advance(90 * 86_400_000);
    await ops.set('shop');
    expect(((await shop.list()).body['items'] as { buyerId: string }[]).map(({ buyerId }) => buyerId)).toEqual(['b1']);
  });

  it('tells each change once in the activity, by whom, without names', async () => {
    await ops.set('shop', {
      members: [{ subject: 'SECRET', role: 'owner' }],
      notify: { channel: 'email', address: 'SECRET@example.com' },
      reason: 'SECRET',
    });
    await ops.set('shop', { quotas: { blocks: 5 } });
    await ops.set('shop', { state: 'terminated' });
    const activity = await eventsOf(table, 'shop');
    expect(activity.map(({ type }) => type)).toEqual(['Access Granted', 'Access Changed', 'Access Terminated']);
    expect(activity[0]).toMatchObject({
      actor: { kind: 'ops', id: 'ssc-local-ops/tests' },
      outboxSk: activity[0]?.['sk'],
      detail: { version: 1, shopId: 'shop', state: 'active', eventId: activity[0]?.['sk'] },
    });
    expect(JSON.stringify(activity)).not.toContain('SECRET');
  });

  it('changes and tells nothing when it is set to what it is', async () => {
    const wish = {
      timeZone: 'Africa/Cairo',
      quotas: { blocks: 7 },
      members: [{ subject: 'ann', role: 'owner' }],
      notify: { channel: 'email', address: 'ann@example.com' },
      reason: 'pilot',
    };
    const { body } = await ops.set('shop', wish);
    for (const [sameWish, days] of [
      [wish, 1],
      [{ ...wish, quotas: undefined, members: undefined, notify: undefined }, 2],
    ] as const) {
      clock.advance(days * 86_400_000);
      expect((await ops.set('shop', sameWish)).body).toEqual(body);
    }
    await ops.set('shop', { ...wish, timeZone: 'Asia/Tokyo' });
    await ops.set('shop', { ...wish, timeZone: 'Asia/Tokyo' });
    clock.advance(3 * 86_400_000);
    await ops.set('shop', { ...wish, timeZone: 'Asia/Tokyo' });
    await Promise.all([1, 2, 3].map(() => ops.set('shop', { ...wish, timeZone: 'Asia/Tokyo', state: 'terminated' })));
    const activity = await eventsOf(table, 'shop');
    expect(activity.map(({ type }) => type)).toEqual(['Access Granted', 'Access Changed', 'Access Terminated']);
  });

  it('keeps both of two changes that cross', async () => {
    await ops.set('shop');
    const slow = overtaken(table, () => ops.set('shop', { quotas: { blocks: 5 } }));
    expect((await buildApis(slow, clock).ops.set('shop', { quotas: { newBlocksPerDay: 3 } })).body).toMatchObject({
      quotas: { blocks: 5, newBlocksPerDay: 3 },
    });
    await Promise.all([1, 2, 3, 4].map((blocks) => ops.set('shop', { quotas: { blocks } })));
    expect(await eventsOf(table, 'shop')).toHaveLength(7);
  });

  it.each([
    ['body', '{'],
    ['state', { state: 'not_invited' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['timeZone', { timeZone: '' }],
    ['quotas.blocks', { quotas: { blocks: 1001 } }],
    ['quotas.blocks', { quotas: { blocks: -1 } }],
    ['quotas.newBlocksPerDay', { quotas: { newBlocksPerDay: 1.5 } }],
    ['quotas.perDay', { quotas: { perDay: 1 } }],
    ['members.0.role', { members: [{ subject: 'ann', role: 'admin' }] }],
    ['members.0.subject', { members: [{ subject: '', role: 'owner' }] }],
    ['members.0.subject', { members: [{ subject: 'ann\ud800', role: 'owner' }] }],
    ['members.0.subject', { members: [{ subject: 'ann\u0000', role: 'owner' }] }],
    ['members.0.subject', { members: [{ subject: 'ann\n', role: 'owner' }] }],
    ['members.0.subject', { members: [{ subject: ' ', role: 'owner' }] }],
    ['reason', { reason: '\udc00\ud800' }],
    ['reason', { reason: ' \n' }],
    ['reason', { reason: 'a\u0000b' }],
    ['reasonCode', { state: 'terminated', reasonCode: 'abuse' }],
    ['reasonCode', { reasonCode: 'policy' }],
    ['text', { text: 'Welcome.' }],
    ['text', { state: 'terminated', text: ' \n' }],
    ['text', { state: 'terminated', text: 'x'.repeat(1001) }],
    ['notify.address', { notify: { channel: 'seller_center_message', address: '\ud800' } }],
    ['notify.address', { notify: { channel: 'seller_center_message', address: 'a\r\nb' } }],
    ['notify.channel', { notify: { channel: 'sms' } }],
    ['notify.address', { notify: { channel: 'email' } }],
    ['notify.address', { notify: { channel: 'email', address: 'ann' } }],
    ['force', { force: true }],
  ])('names the field %s when ops get it wrong', async (path, body) => {
    expect(await ops.set('shop', body)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ path }] },
    });
  });

  it('names a wrong shop ID', async () => {
    for (const wrong of ['a b', 'é', 'x'.repeat(65), 'a#b'])
      expect((await ops.show(wrong)).body).toMatchObject({
        code: 'validation_failed',
        errors: [{ path: 'path.shopId' }],
      });
  });

  it('lists every shop that ever had access once, page by page', async () => {
    const shops = Array.from({ length: 23 }, (_, index) => `shop-${String(index).padStart(2, '0')}`);
    for (const shopId of shops) await ops.set(shopId);
    await ops.set('shop-03', { state: 'terminated' });
    const seen: string[] = [];
    for (let query: Record<string, string> = { limit: '5' }; ; ) {
      const { items, nextCursor } = (await ops.list(query)).body as unknown as {
        items: { shopId: string; state: string }[];
        nextCursor?: string;
      };
      seen.push(...items.map(({ shopId }) => shopId));
      if (!nextCursor) break;
      query = { limit: '5', cursor: nextCursor };
    }
    expect(seen).toEqual(shops);
    const forged = Buffer.from('["*",{"shopId":""}]').toString('base64url');
    for (const cursor of ['x', forged])
      expect(await ops.list({ cursor })).toMatchObject({ status: 400, body: { errors: [{ path: 'query.cursor' }] } });
  });

  it('is set only by a caller who has signed', async () => {
    const admin = adminRoutes({ store: createAccessStore(table), clock, newId: newUlid });
    const pathParameters = { shopId: 'shop' };
    for (const route of admin) {
      const { method, path } = route.contract;
      const answer = await callRoute(route, {
        method,
        path: path.replace('{shopId}', 'shop'),
        pathParameters,
        body: { state: 'active', timeZone: 'UTC' },
      });
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    }
    expect((await ops.show('shop')).body['state']).toBe('not_invited');
  });
});
