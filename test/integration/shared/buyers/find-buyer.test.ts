import { beforeEach, describe, expect, it } from 'vitest';
import { recordOrder } from '../../../../shared/orders/record-order.ts';
import { recordProfile } from '../../../../shared/buyers/record-profile.ts';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { createOrderStore } from '../../../../shared/orders/store.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { httpStack } from '../../../../shared/http/http-stack.ts';
import { systemClock } from '../../../../shared/kernel/clock.ts';
import { groupKey, linksKey, memberKey, rosterKey } from '../../../../shared/table/keys.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';
import { buyerRouteOver } from '../../../builders/worlds/lookups.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';

const at = '2026-11-22T09:30:00.000Z';
const request = (
  query: Record<string, string>,
  { shop = 's1', shops = 's1:owner' }: { shop?: string; shops?: string } = {},
) =>
  buildHttpEvent({
    path: `/v1/shops/${shop}/buyers`,
    pathParameters: { shopId: shop },
    query,
    claims: { sub: 'seller-1', shops },
  });
const envelope = { version: 1, eventId: 'e1' } as const;

describe.each(usualEngines())('the buyer lookup on %s', (engine) => {
  const table = useTable(engine);
  const profiles = createProfileStore(table);
  const commands: string[] = [];
  const counted = interceptTable(table, (command, perform) => {
    commands.push(command);
    return perform();
  });
  const handler = httpStack([buyerRouteOver('findBuyer', counted, systemClock)]);

  const name = (buyerId: string, username: string, revision = 1) =>
    recordProfile(profiles)({
      ...envelope,
      buyerId,
      username,
      avatarUrl: `https://a.example/${buyerId}.webp`,
      revision,
    });
  const order = (buyerId: string, orderId: string, shopId = 's1') =>
    recordOrder(createOrderStore(table))({
      ...envelope,
      shopId,
      orderId,
      buyerId,
      status: 'UNPAID',
      createdAt: at,
      updatedAt: at,
    });
  const find = async (query: Record<string, string>, options: { shop?: string; shops?: string } = {}) => {
    commands.length = 0;
    const reply = await handler(request(query, options), buildContext());
    return { status: reply.statusCode, body: JSON.parse(reply.body ?? '{}') as Record<string, unknown> };
  };
  const code = async (...request: Parameters<typeof find>) => (await find(...request)).body['code'];

  beforeEach(() => putItems(table, accessItem('s1')));

  it('finds a buyer of the shop by username, and by an order', async () => {
    await name('b1', 'lina.m');
    await order('b1', 'o1');
    await order('b1', 'o2');
    const buyer = {
      buyerId: 'b1',
      username: 'lina.m',
      avatarUrl: 'https://a.example/b1.webp',
      linkedAccounts: 0,
      links: [],
      openOrders: 2,
      isBlocked: false,
      isExempt: false,
    };
    expect(await find({ username: 'lina.m' })).toEqual({ status: 200, body: buyer });
    expect(await find({ orderId: 'o1' })).toEqual({ status: 200, body: buyer });
  });

  it.each([0, 1, 2, 60])('asks no more of a buyer in %i link groups than of one in two', async (count) => {
    const groups = Array.from({ length: count }, (_, index) => `g${index}`);
    const accounts = count === 0 ? 0 : count + 1;
    await name('b1', 'lina.m');
    await order('b1', 'o1');
    await putItems(
      table,
      { ...linksKey('b1'), revision: 1, ...(count > 0 && { groups: new Set(groups) }) },
      ...groups.map((group) => ({ ...groupKey(group), revision: 1, members: 3, evidence: ['device'] })),
      ...groups.map((one) => ({ ...rosterKey(one), buyerIds: ['b1', 'shared', `of-${one}`], evidence: ['device'] })),
    );
    const { body } = await find({ username: 'lina.m' });
    expect(body).toMatchObject({ linkedAccounts: accounts, links: accounts ? [{ evidence: 'device', accounts }] : [] });
    expect(commands).toHaveLength(count === 0 ? 5 : 6);
  });

  it('finds exactly the username that was asked for', async () => {
    const usernames = [
      'lina',
      'Lina',
      'e\u0301',
      '\u00e9',
      '\uff4c\uff49\uff4e\uff41',
      'lin\u0430',
      'stra\u00dfe',
      'strasse',
      '\u0130',
      'i',
      'a\u200db',
      'ab',
      '\u202eab',
      'a#b',
      ' ab',
      'a,b',
    ];
    for (const [index, username] of usernames.entries()) {
      await name(`b${index}`, username);
      await order(`b${index}`, `o${index}`);
    }
    for (const [index, username] of usernames.entries())
      expect((await find({ username })).body).toMatchObject({ buyerId: `b${index}`, username });
    expect(await code({ username: 'LINA' })).toBe('buyer_not_found');
    expect(await code({ username: 'lina ' })).toBe('buyer_not_found');
  });

  it('finds a buyer under the new username only, once it changed', async () => {
    await name('b1', 'before');
    await order('b1', 'o1');
    await name('b1', 'after', 2);
    expect(await code({ username: 'before' })).toBe('buyer_not_found');
    expect((await find({ username: 'after' })).status).toBe(200);
  });

  it('tells two buyers apart who swap usernames, and refuses to choose in between', async () => {
    await name('b1', 'sun');
    await name('b2', 'moon');
    await order('b1', 'o1');
    await order('b2', 'o2');
    await name('b1', 'moon', 2);
    expect(await find({ username: 'moon' })).toMatchObject({ status: 409, body: { code: 'username_ambiguous' } });
    await name('b2', 'sun', 2);
    expect((await find({ username: 'moon' })).body['buyerId']).toBe('b1');
    expect((await find({ username: 'sun' })).body['buyerId']).toBe('b2');
  });

  it('is not confused by buyers of other shops who claim the username', async () => {
    for (const buyerId of ['b1', 'b2', 'b3']) await name(buyerId, 'sun');
    await order('b1', 'o1');
    await order('b2', 'o2', 's2');
    expect((await find({ username: 'sun' })).body['buyerId']).toBe('b1');
  });

  it('tells a buyer of another shop, one without orders, an erased one and nobody all alike', async () => {
    await name('foreign', 'foreign');
    await order('foreign', 'o-foreign', 's2');
    await name('idle', 'idle');
    await name('erased', 'erased');
    await order('erased', 'o-erased');
    await order('nameless', 'o-nameless');
    await eraseBuyer({ store: profiles, clock: systemClock })({ ...envelope, buyerId: 'erased' });
    const queries = [
      { username: 'foreign' },
      { orderId: 'o-foreign' },
      { username: 'idle' },
      { username: 'erased' },
      { orderId: 'o-erased' },
      { orderId: 'o-nameless' },
      { username: 'nobody' },
      { orderId: 'none' },
    ];
    const replies = await Promise.all(queries.map((query) => find(query)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toHaveLength(1);
    expect(replies[0]).toMatchObject({ status: 404, body: { code: 'buyer_not_found' } });
  });

  it('decides by the profile where the index is behind', async () => {
    await name('b1', 'sun');
    await order('b1', 'o1');
    const lagging = interceptTable(table, async (command, perform) => {
      const reply = await perform();
      if (command === 'QueryCommand') await name('b1', 'moon', 2);
      return reply;
    });
    const stale = httpStack([buyerRouteOver('findBuyer', lagging, systemClock)]);
    const reply = await stale(request({ username: 'sun' }), buildContext());
    expect(reply.statusCode).toBe(404);
  });

  it('counts linked accounts, each once, and names none', async () => {
    await name('b1', 'sun');
    await order('b1', 'o1');
    const group = (groupId: string, members: string[]) =>
      putItems(
        table,
        { ...groupKey(groupId), revision: 1, appliedRevision: 1, members: members.length },
        ...members.map((buyerId) => ({ ...memberKey(groupId, buyerId), buyerId, state: 'member' })),
      );
    await group('g1', ['b1', 'x1', 'x2']);
    await putItems(table, { ...linksKey('b1'), revision: 1, groups: new Set(['g1']) });
    expect((await find({ username: 'sun' })).body['linkedAccounts']).toBe(2);
    await group('g2', ['b1', 'x2', 'x3', 'x4']);
    await putItems(table, { ...linksKey('b1'), revision: 2, groups: new Set(['g1', 'g2']) });
    const { body } = await find({ orderId: 'o1' });
    expect(body['linkedAccounts']).toBe(4);
    expect(JSON.stringify(body)).not.toMatch(/x\d|g\d/);
  });

  it('names every wrong field', async () => {
    for (const [query, path] of [
      [{}, 'query.username'],
      [{ username: '' }, 'query.username'],
      [{ username: 'x'.repeat(257) }, 'query.username'],
      [{ orderId: 'a#b' }, 'query.orderId'],
      [{ username: 'a', orderId: 'o1' }, 'query.orderId'],
      [{ userName: 'a' }, 'query.userName'],
    ] as const) {
      const { status, body } = await find({ ...query });
      expect({ status, code: body['code'], path }).toEqual({ status: 400, code: 'validation_failed', path });
      expect(body['errors']).toContainEqual(expect.objectContaining({ path }));
    }
  });

  it('opens no shop but those of the token, before anything is read, and only while access is active', async () => {
    expect(await code({ username: 'a' }, { shops: 's2:owner' })).toBe('forbidden');
    expect(commands).toEqual([]);
    expect(await code({ username: 'a' }, { shop: 's3', shops: 's3:owner' })).toBe('access_not_active');
    await putItems(table, accessItem('s1', { state: 'terminated' }));
    expect(await code({ username: 'a' })).toBe('access_not_active');
    expect(await code({ orderId: 'o1' })).toBe('access_not_active');
  });

  it('lets viewers look', async () => {
    await name('b1', 'sun');
    await order('b1', 'o1');
    expect((await find({ username: 'sun' }, { shops: 's1:viewer' })).status).toBe(200);
  });

  it('reads an order together with the access, and a buyer together with their links', async () => {
    await name('b1', 'sun');
    await order('b1', 'o1');
    await find({ orderId: 'o1' });
    expect(commands).toEqual(['BatchGetCommand', 'UpdateCommand', 'BatchGetCommand']);
  });
});
