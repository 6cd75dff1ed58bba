import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { feedEntryKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { createLiveReader } from '../../../builders/worlds/live-reader.ts';
import { buildLiveWorld, listen } from '../../../builders/worlds/live-world.ts';
import { queryPartition } from '../../../builders/items/partitions.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';

describe.each(usualEngines())('catching up on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  let world = buildLiveWorld(table, clock);
  beforeEach(async () => {
    clock.time = noon;
    world = buildLiveWorld(table, clock);
    await putItems(table, accessItem('s'), accessItem('t'));
  });
  const happen = async (first: number, last: number) => {
    const publish = world.publisher();
    const ids = Array.from({ length: last - first + 1 }, (_, index) => `e${first + index}`);
    for (const eventId of ids) await publish('Block Changed', world.blockEvent(eventId));
  };
  const catchUp = async (cursor: unknown, shopId = 's') => {
    const { connectionId, frames } = await listen(world, shopId);
    await world.send(connectionId, { action: 'catch_up', cursor });
    return frames;
  };

  it('tells what came after a cursor, in order, and that this is all', async () => {
    await happen(1, 4);
    const [events, end, ...rest] = await catchUp('1');
    expect(events).toMatchObject({ type: 'events', items: [{ cursor: '2' }, { cursor: '3' }, { cursor: '4' }] });
    expect(end).toEqual({ type: 'caught_up', cursor: '4' });
    expect(rest).toEqual([]);
    expect(await catchUp('4')).toEqual([{ type: 'caught_up', cursor: '4' }]);
    expect(await catchUp('0', 't')).toEqual([{ type: 'caught_up', cursor: '0' }]);
  });

  it('is done one at a time for a connection, and again once it is answered', async () => {
    await happen(1, 2);
    const { connectionId, frames } = await listen(world);
    const { connectionId: another, frames: others } = await listen(world);
    const ask = (one = connectionId) => world.send(one, { action: 'catch_up', cursor: '0' });
    let more: Promise<unknown> | undefined;
    world.service.post = async (to) => {
      // In the middle of the first answer.
      if (to === connectionId && more === undefined) await (more = Promise.all([ask(), ask(another)]));
    };
    await ask();
    expect(frames.map((frame) => ('code' in frame ? frame.code : frame.type))).toEqual([
      'too_many_requests',
      'events',
      'caught_up',
    ]);
    expect(others.map(({ type }) => type)).toEqual(['events', 'caught_up']);
    await ask();
    expect(frames.slice(3).map(({ type }) => type)).toEqual(['events', 'caught_up']);
  });

  it('asks to load the lists where entries have gone, or never were', async () => {
    await happen(1, 4);
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: feedEntryKey('s', 2) }));
    expect(await catchUp('1')).toEqual([{ type: 'resync_needed', cursor: '4' }]);
    expect(await catchUp('99')).toEqual([{ type: 'resync_needed', cursor: '4' }]);
    expect(await catchUp('2')).toMatchObject([{ type: 'events' }, { type: 'caught_up' }]);
  });

  it('asks for it after the access had ended: what happened meanwhile was told to nobody', async () => {
    await happen(1, 1);
    await putItems(table, accessItem('s', { state: 'terminated', revision: 2 }));
    await world.publisher()('Access Terminated', {
      version: 1,
      eventId: 'ended',
      shopId: 's',
      occurredAt: '2026-11-22T12:00:00.000Z',
    });
    await happen(2, 2);
    await putItems(table, accessItem('s', { revision: 3 }));
    expect((await world.ticket()).body['cursor']).toBe('2');
    await happen(3, 3);
    expect(await catchUp('1')).toEqual([{ type: 'resync_needed', cursor: '3' }]);
    expect(await catchUp('2')).toMatchObject([{ type: 'events', items: [{ cursor: '3' }] }, { type: 'caught_up' }]);
  });

  it.each([[undefined], [5], ['-1'], ['1.5'], ['9'.repeat(16)], ['']])('refuses the cursor %j', async (cursor) => {
    expect(await catchUp(cursor)).toMatchObject([{ type: 'error', code: 'validation_failed' }]);
  });

  it.each([
    ['nonsense'],
    [{ action: 'dance' }],
    [{}],
    [[]],
    [{ action: 'ping', more: 1 }],
  ])('answers %j with an error', async (message) => {
    const { connectionId, frames } = await listen(world);
    await world.send(connectionId, message);
    expect(frames).toMatchObject([{ type: 'error', code: 'validation_failed' }]);
  });

  it('answers a ping with how far the feed goes', async () => {
    await happen(1, 2);
    const { connectionId, frames } = await listen(world);
    await world.send(connectionId, { action: 'ping' });
    expect(frames).toEqual([{ type: 'pong', cursor: '2' }]);
  });

  it('disconnects whose shop has lost its access, and who is not known', async () => {
    const { connectionId, frames } = await listen(world);
    await putItems(table, accessItem('s', { state: 'terminated', revision: 2 }));
    await world.send(connectionId, { action: 'catch_up', cursor: '0' });
    expect(frames).toMatchObject([{ type: 'error', code: 'access_not_active' }]);
    expect(world.closed).toEqual([connectionId]);
    expect(await queryPartition(table, 'LIVE#s')).toEqual([]);

    world.sockets.set('stray', { isOpen: true, receive: (frame) => void frames.push(frame) });
    await world.send('stray', { action: 'ping' });
    expect(world.closed).toEqual([connectionId, 'stray']);
  });

  it('says so when it fails, and does not fail the function over a client that left', async () => {
    const { connectionId, frames } = await listen(world);
    let posts = 0;
    world.service.post = async () => {
      if ((posts += 1) === 1) throw new Error('as asked');
    };
    expect(await world.send(connectionId, { action: 'ping' })).toEqual({ statusCode: 500 });
    expect(frames).toMatchObject([{ type: 'error', code: 'unavailable' }]);
    await world.cut(connectionId, false);
    expect(await world.send(connectionId, { action: 'ping' })).toEqual({ statusCode: 200 });
  });

  const cuts = engine === 'dynoxide' ? 100 : 20;
  it(`misses nothing and repeats nothing over ${cuts} cuts`, async () => {
    const read: number[] = [];
    const reader = createLiveReader({
      cursor: String((await world.ticket()).body['cursor']),
      onNews: ({ cursor }) => void read.push(Number(cursor)),
    });
    const publishers = [world.publisher(), world.publisher()];
    let happened = 0;
    const publishSome = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () => {
          happened += 1;
          // Every fifth is delivered twice.
          const event = world.blockEvent(`e${happened}`);
          const deliveries = happened % 5 === 0 ? 2 : 1;
          return Promise.all(publishers.slice(0, deliveries).map((publish) => publish('Block Changed', event)));
        }),
      );
    const answering: Promise<unknown>[] = [];
    const connect = async () => {
      const { body } = await world.ticket();
      const { connectionId } = await world.connect(body['ticket'], { receive: (frame) => reader.receive(frame) });
      reader.opened((message) => void answering.push(world.send(connectionId, message)));
      return connectionId;
    };
    for (let cut = 0; cut < cuts; cut += 1) {
      // Whom nobody said good-bye for is forgotten by the next push, once they cannot be opening any more.
      clock.advance(60_000);
      const flowing = publishSome(1 + (cut % 3));
      const connectionId = await connect();
      if (cut % 2 === 0) await flowing;
      await world.cut(connectionId, cut % 3 !== 0);
      await flowing;
    }
    await connect();
    while (answering.length > 0) await Promise.all(answering.splice(0));
    expect(reader.isCaughtUp()).toBe(true);
    expect(read).toEqual(Array.from({ length: happened }, (_, index) => index + 1));
  });
});
