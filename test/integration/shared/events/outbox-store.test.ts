import type { EventBridgeClient, PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOutboxStore } from '../../../../shared/events/outbox-store.ts';
import { outboxItem } from '../../../../shared/events/outbox.ts';
import { createPublisher } from '../../../../shared/events/publish.ts';
import { sweepOutbox } from '../../../../shared/events/publish-outbox.ts';
import { activityKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildOutboxEvent, buildUnpublished } from '../../../builders/items/unpublished.ts';

/** A bus that takes everything but what it is told to refuse. */
function buildBus(refuse: () => boolean = () => false) {
  const taken: Record<string, unknown>[] = [];
  const send = async ({ input }: { input: PutEventsCommandInput }) => {
    const results = (input.Entries ?? []).map((entry) => {
      if (refuse()) return { ErrorCode: 'InternalFailure' };
      taken.push({ type: entry.DetailType, ...(JSON.parse(entry.Detail ?? '{}') as object) });
      return { EventId: 'x' };
    });
    return { Entries: results, FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length };
  };
  return { taken, publisher: createPublisher({ send } as unknown as EventBridgeClient, 'bus') };
}

describe.each(engines())('the outbox on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const store = createOutboxStore(table);
  const shop = seller('s');
  const activity = () => eventsOf(table, 's');

  beforeEach(() => {
    clock.time = noon;
  });

  it('holds exactly one event for each change, and none for a refusal', async () => {
    await ops.set('s', { quotas: { newBlocksPerDay: 2 } });
    await knowBuyers(table, 3, 's');
    await shop.add('b0', { reason: 'other', note: 'SECRET' });
    await shop.add('b0');
    await shop.add('b1', { username: 'SECRET' });
    await shop.extend('b0', { duration: 'permanent', note: 'SECRET' });
    await shop.extend('b1', { duration: 'permanent' });
    await shop.add('b1');
    await shop.add('b2');
    await shop.remove('b0');
    await shop.remove('b0');
    await ops.set('s', { state: 'terminated' });
    await shop.remove('b1');
    const events = await activity();
    expect(events.map(({ type }) => type)).toEqual([
      'Access Granted',
      'Buyer Blocked',
      'Block Changed',
      'Buyer Blocked',
      'Buyer Unblocked',
      'Access Terminated',
    ]);
    expect(events.map(({ sk, outboxSk }) => sk === outboxSk)).toEqual(events.map(() => true));
    expect(JSON.stringify(events)).not.toMatch(/SECRET|name-b|\.png/);
    expect(events[4]).toMatchObject({
      actor: { kind: 'seller', id: 'ann' },
      detail: { buyerId: 'b0', reason: 'other', duration: 'permanent' },
    });
  });

  it('gives its events to the sweep once the stream has had its time, each once', async () => {
    await ops.set('s');
    await knowBuyers(table, 10, 's');
    for (let index = 0; index < 10; index++) await shop.add(`b${index}`);
    const { taken, publisher } = buildBus();
    clock.time = noon + 30_000;
    expect(await sweepOutbox({ publisher, store, clock })).toBe(0);
    clock.advance(1);
    expect(await sweepOutbox({ publisher, store, clock })).toBe(11);
    expect(await sweepOutbox({ publisher, store, clock })).toBe(0);
    const events = await activity();
    expect(taken.map(({ eventId }) => eventId).toSorted()).toEqual(events.map(({ sk }) => sk));
    expect(events.every((event) => !('outboxPk' in event) && !('outboxSk' in event))).toBe(true);
  });

  it('keeps what the bus refuses, and gives it to the next sweep', async () => {
    await ops.set('s');
    let down = true;
    const { taken, publisher } = buildBus(() => down);
    clock.advance(60_000);
    await expect(sweepOutbox({ publisher, store, clock })).rejects.toThrow('could not be published');
    down = false;
    expect(await sweepOutbox({ publisher, store, clock })).toBe(1);
    expect(taken).toMatchObject([{ type: 'Access Granted' }]);
  });

  it('sweeps more than one page, the oldest first', async () => {
    const events = Array.from({ length: 450 }, (_, index) =>
      outboxItem('s', buildOutboxEvent({ eventId: `e${String(index).padStart(4, '0')}`, at: noon + index })),
    );
    await Promise.all(events.map((event) => putItems(table, event)));
    const { publisher } = buildBus();
    clock.time = noon + 3_600_000;
    const [first] = await store.unpublished(clock.time, 1);
    expect(Number(first?.eventId.slice(1))).toBeLessThan(4);
    expect(await sweepOutbox({ publisher, store, clock })).toBe(450);
  });

  it('marks an event twice without harm, and none that was deleted since', async () => {
    await ops.set('s');
    clock.advance(60_000);
    const [event = buildUnpublished()] = await store.unpublished(clock.time, 10);
    await store.markPublished(event);
    await store.markPublished(event);
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { ...activityKey('s', event.eventId) } }));
    await store.markPublished(event);
    expect(await activity()).toEqual([]);
  });

  it('does not take a failing table for a deleted event', async () => {
    const broken = createOutboxStore({ ...table, client: table.client, name: 'no-such-table' });
    await expect(broken.markPublished(buildUnpublished())).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
