import { beforeEach, describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { createConnectionStore } from '../../../../shared/live/connection-store.ts';
import { ticketHash } from '../../../../shared/live/ticket.ts';
import { shopConnectionKey, ticketKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { buildLiveWorld, listen } from '../../../builders/worlds/live-world.ts';
import { queryPartition, scanPrefix } from '../../../builders/items/partitions.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

describe.each(engines())('connecting on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  let world = buildLiveWorld(table, clock);
  beforeEach(async () => {
    clock.time = noon;
    world = buildLiveWorld(table, clock);
    await putItems(table, accessItem('s'), accessItem('t'));
  });
  const terminate = (revision = 2) => putItems(table, accessItem('s', { state: 'terminated', revision }));
  const terminated = (eventId: string, occurredAt = '2026-11-22T12:00:00.000Z') =>
    world.publisher()('Access Terminated', { version: 1, eventId, shopId: 's', occurredAt });

  it('takes a ticket, which a viewer gets too, and of which only the hash is stored', async () => {
    const { status, body } = await world.ticket();
    expect(status).toBe(201);
    expect(body).toEqual({
      ticket: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      url: 'wss://live.example.com/live',
      expiresAt: '2026-11-22T12:00:30.000Z',
      connectionEndsAt: '2026-11-22T14:00:00.000Z',
      cursor: '0',
    });
    expect(await readItem(table, ticketKey(ticketHash(String(body['ticket']))))).toMatchObject({ subject: 'ann' });
    expect(JSON.stringify(await scanPrefix(table, 'TICKET#'))).not.toContain(body['ticket']);
    expect((await world.connect(body['ticket'])).statusCode).toBe(200);
    expect(await scanPrefix(table, 'TICKET#')).toEqual([]);
  });

  it('keeps a seller at ten connections: no ticket beyond, and the oldest is closed by what opens all the same', async () => {
    const tickets = [];
    for (let i = 0; i < 12; i++) tickets.push((await world.ticket()).body['ticket']);
    for (const ticket of tickets.slice(0, 10)) {
      clock.advance(10);
      expect((await world.connect(ticket)).statusCode).toBe(200);
    }
    expect(await world.ticket()).toMatchObject({
      status: 429,
      headers: { 'retry-after': '7200' },
      body: { code: 'too_many_requests' },
    });
    expect((await world.ticket('t')).status).toBe(201);
    const [first, second] = [...world.sockets.keys()];
    const late = await Promise.all(tickets.slice(10).map((ticket) => world.connect(ticket)));
    expect(late.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(world.closed.toSorted()).toEqual([first, second].toSorted());
    expect(await queryPartition(table, 'LIVE#s')).toHaveLength(10);
  });

  it('gives tickets for active shops of the token alone', async () => {
    await terminate();
    expect(await world.ticket()).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    expect(await world.ticket('u')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('lets one of many in who try the same ticket at once', async () => {
    const { body } = await world.ticket();
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.connect(body['ticket'])));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array(7).fill(401)]);
    expect(await queryPartition(table, 'LIVE#s')).toHaveLength(1);
    expect((await world.connect(body['ticket'])).statusCode).toBe(401);
  });

  it('counts and reaches those who are connected, behind whomever the TTL has yet to forget', async () => {
    const connections = createConnectionStore(table);
    const row = (connectionId: string, connectedAt: number) => ({
      ...shopConnectionKey('s', connectionId),
      connectionId,
      shopId: 's',
      connectedAt,
    });
    await putItems(
      table,
      row('a', noon - 3 * 3_600_000),
      row('b', noon - 3 * 3_600_000),
      row('c', noon),
      row('d', noon),
    );
    const found = await connections.ofShop(platformScope('s', 'test'), noon, 1);
    expect(found.map(({ connectionId }) => connectionId)).toEqual(['c']);
  });

  it.each([
    ['no ticket', undefined],
    ['an empty one', ''],
    ['one that was never issued', 'A'.repeat(43)],
    ['something else', '../../etc'],
  ])('refuses %s', async (_, ticket) => {
    expect((await world.connect(ticket)).statusCode).toBe(401);
  });

  it('refuses a ticket after 30 seconds, though it is still stored', async () => {
    const { body } = await world.ticket();
    clock.advance(30_000);
    expect((await world.connect(body['ticket'])).statusCode).toBe(401);
    expect(await queryPartition(table, 'LIVE#s')).toEqual([]);
  });

  it('refuses pages of other origins, and leaves the ticket to its own', async () => {
    const { body } = await world.ticket();
    const from = (origin: string) => world.connect(body['ticket'], { origin });
    expect((await from('https://evil.example.com')).statusCode).toBe(403);
    expect((await from('null')).statusCode).toBe(403);
    expect((await from('https://console.example.com')).statusCode).toBe(200);
  });

  it('refuses a ticket of a shop that has lost its access since', async () => {
    const { body } = await world.ticket();
    await terminate();
    expect((await world.connect(body['ticket'])).statusCode).toBe(401);
  });

  it('refuses more connections than a shop may have', async () => {
    const connection = (index: number) => ({
      pk: 'LIVE#s',
      sk: `CONNECTION#x${index}`,
      connectionId: `x${index}`,
      shopId: 's',
      connectedAt: noon,
      until: noon + 120 * 60_000,
    });
    await Promise.all(Array.from({ length: 500 }, (_, index) => putItems(table, connection(index))));
    expect((await world.connect((await world.ticket()).body['ticket'])).statusCode).toBe(429);
    // Those that nobody said goodbye for count no longer than they can have lived.
    clock.advance(151 * 60_000);
    expect((await world.connect((await world.ticket()).body['ticket'])).statusCode).toBe(200);
  });

  it('ends with the token that opened it: at the next push, and at the next word', async () => {
    const [first, second, third] = [await listen(world, 's', 900), await listen(world, 's', 900), await listen(world)];
    clock.advance(899_999);
    await world.publisher()('Buyer Blocked', world.blockEvent('e1'));
    clock.advance(1);
    expect((await world.send(second.connectionId, { action: 'ping' })).statusCode).toBe(200);
    expect(second.frames).toMatchObject([{ type: 'block.changed' }, { type: 'error', code: 'unauthenticated' }]);
    expect(world.closed).toEqual([second.connectionId]);
    await world.publisher()('Buyer Blocked', world.blockEvent('e2'));
    expect(first.frames).toHaveLength(1);
    expect(third.frames).toHaveLength(2);
    expect(world.closed).toEqual([second.connectionId, first.connectionId]);
    expect(await queryPartition(table, 'LIVE#s')).toHaveLength(1);
  });

  it('is refused to a ticket whose token has ended since', async () => {
    const { body } = await world.ticket('s', 'viewer', 10);
    expect(body).toMatchObject({ connectionEndsAt: '2026-11-22T12:00:10.000Z' });
    clock.advance(10_000);
    expect((await world.connect(body['ticket'])).statusCode).toBe(401);
  });

  it('leaves nothing behind once the client is gone', async () => {
    const { connectionId } = await listen(world);
    await world.cut(connectionId);
    await world.cut(connectionId);
    expect([...(await queryPartition(table, 'LIVE#s')), ...(await scanPrefix(table, 'CONNECTION#'))]).toEqual([]);
  });

  it('ends with the shop’s access, however often that is told', async () => {
    const [mine, other] = [await listen(world), await listen(world, 't')];
    await terminate();
    await terminated('e1');
    await terminated('e1');
    expect(world.closed).toEqual([mine.connectionId]);
    expect([...world.sockets.keys()]).toEqual([other.connectionId]);
    expect(await queryPartition(table, 'LIVE#s')).toEqual([]);
  });

  it('ends also while it begins: what cannot be closed yet is tried again', async () => {
    const { body } = await world.ticket();
    const { connectionId } = await world.connect(body['ticket'], { held: true });
    await terminate();
    await expect(terminated('e1')).rejects.toThrow('still opening');
    const socket = world.sockets.get(connectionId);
    if (socket) socket.isOpen = true;
    await terminated('e1');
    expect(world.closed).toEqual([connectionId]);
  });

  it('stays for who came after the shop got access again', async () => {
    const before = await listen(world);
    clock.advance(60_000);
    const after = await listen(world);
    await terminated('e1', '2026-11-22T12:00:30.000Z');
    expect(world.closed).toEqual([before.connectionId]);
    expect([...world.sockets.keys()]).toEqual([after.connectionId]);
  });
});
