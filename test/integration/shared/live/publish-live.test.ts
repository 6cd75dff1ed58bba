import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveFrame } from '../../../../shared/contracts/http/live.ts';
import { feedEntryKey, feedHeadKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buildLiveWorld, listen } from '../../../builders/worlds/live-world.ts';
import { queryPartition, scanPrefix } from '../../../builders/items/partitions.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

const cursorsOf = (frames: readonly LiveFrame[]) =>
  frames.flatMap((frame) => ('at' in frame ? [Number(frame.cursor)] : []));

describe.each(engines())('a shop’s feed on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  let world = buildLiveWorld(table, clock);
  beforeEach(async () => {
    clock.time = noon;
    world = buildLiveWorld(table, clock);
    await putItems(table, accessItem('s'), accessItem('t'));
  });
  const entries = async () => (await queryPartition(table, feedHeadKey('s').pk)).filter(({ news }) => news);

  it('tells an event to the connections of its shop, and to no other', async () => {
    const [mine, other] = [await listen(world), await listen(world, 't')];
    await world.publisher()('Buyer Blocked', world.blockEvent('e1', { username: 'Mallory', note: 'rude' }));
    expect(mine.frames).toEqual([
      {
        type: 'block.changed',
        cursor: '1',
        at: '2026-11-22T12:00:00.000Z',
        data: {
          change: 'blocked',
          buyerId: 'b1',
          blockId: 'block-1',
          reason: 'order_abuse',
          scope: 'user_id_only',
          duration: 'permanent',
          revision: 1,
        },
      },
    ]);
    expect(other.frames).toEqual([]);
  });

  it('holds each event once and in one order, whatever is published at once and twice', async () => {
    const listener = await listen(world);
    const publishers = [world.publisher(), world.publisher(), world.publisher()];
    const deliveries = Array.from({ length: 90 }, (_, index) => `e${index % 60}`);
    await Promise.all(
      deliveries.map(async (eventId, index) => publishers[index % 3]?.('Block Changed', world.blockEvent(eventId))),
    );
    const stored = await entries();
    expect(stored.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(await readItem(table, feedHeadKey('s'))).toMatchObject({ sequence: 60 });
    expect((await scanPrefix(table, 'FEEDSEEN#s#')).map(({ sequence }) => sequence).toSorted()).toHaveLength(60);
    expect(new Set(cursorsOf(listener.frames)).size).toBe(60);
  });

  it('pushes again what a crash left between feed and push, under the same cursor', async () => {
    const crashing = interceptTable(table, async (command, perform) => {
      if (command === 'QueryCommand') throw new Error('as asked');
      return perform();
    });
    const listener = await listen(world);
    const event = world.blockEvent('e1');
    await expect(world.publisher(crashing)('Buyer Unblocked', event)).rejects.toThrow('as asked');
    expect(listener.frames).toEqual([]);
    await world.publisher()('Buyer Unblocked', event);
    await world.publisher()('Buyer Unblocked', event);
    expect(cursorsOf(listener.frames)).toEqual([1, 1]);
    expect(await entries()).toHaveLength(1);
  });

  it('takes nothing of a shop without active access', async () => {
    await putItems(table, accessItem('s', { state: 'terminated', revision: 2 }));
    await world.publisher()('Buyer Unblocked', world.blockEvent('e1'));
    expect(await queryPartition(table, feedHeadKey('s').pk)).toEqual([]);
  });

  it('does not take what comes while the access ends', async () => {
    const ending = interceptTable(table, async (command, perform) => {
      if (command === 'TransactWriteCommand') await putItems(table, accessItem('s', { state: 'terminated' }));
      return perform();
    });
    await world.publisher(ending)('Buyer Unblocked', world.blockEvent('e1'));
    expect(await queryPartition(table, feedHeadKey('s').pk)).toEqual([]);
  });

  it('forgets its entries after a week, and its numbers never', async () => {
    await world.publisher()('Buyer Blocked', world.blockEvent('e1'));
    expect(await readItem(table, feedEntryKey('s', 1))).toMatchObject({ ttl: noon / 1000 + 7 * 86_400 });
    expect(await readItem(table, feedHeadKey('s'))).not.toHaveProperty('ttl');
  });

  it('counts whom it does not reach, and goes on', async () => {
    const [stuck, fine] = [await listen(world), await listen(world)];
    world.service.post = async (connectionId) => {
      if (connectionId === stuck.connectionId) throw Object.assign(new Error('slow'), { name: 'LimitExceeded' });
    };
    const publish = world.publisher();
    await Promise.all(['e1', 'e2'].map((eventId) => publish('Block Changed', world.blockEvent(eventId))));
    expect(world.failures).toEqual(['1 LimitExceeded']);
    expect(cursorsOf(fine.frames)).toEqual([1, 2]);
    expect(await queryPartition(table, 'LIVE#s')).toHaveLength(2);
  });

  it('forgets a connection that is gone, but not one that is just opening', async () => {
    const gone = await listen(world);
    clock.advance(31_000);
    const { body } = await world.ticket();
    const opening = await world.connect(body['ticket'], { held: true });
    await world.cut(gone.connectionId, false);
    await world.publisher()('Block Changed', world.blockEvent('e1'));
    const known = (await queryPartition(table, 'LIVE#s')).map(({ connectionId }) => connectionId);
    expect(known).toEqual([opening.connectionId]);
    expect(await scanPrefix(table, 'CONNECTION#')).toHaveLength(1);
  });
});
