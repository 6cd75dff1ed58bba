import { beforeEach, describe, expect, it } from 'vitest';
import { countStoppedOrders } from '../../../../shared/stopped-orders/count-stopped-orders.ts';
import { createStoppedOrderStore } from '../../../../shared/stopped-orders/store.ts';
import type { StoppedCandidates } from '../../../../shared/contracts/messages/stopped-candidates.ts';
import type { Item } from '../../../../shared/table/batch-get.ts';
import { dayStatsKey, endedBlockKey } from '../../../../shared/table/keys.ts';
import type { Key } from '../../../../shared/table/keys.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { queryPartition } from '../../../builders/items/partitions.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

describe.each(engines())('the counting of stopped orders on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  let gate = buildGate(table, clock);
  const shop = seller('s');
  const count = (message: StoppedCandidates | undefined) => {
    if (!message) throw new Error('The gate has recorded nothing.');
    return countStoppedOrders({ store: createStoppedOrderStore(table), newId: newUlid }, message);
  };
  const counted = (shopId = 's') => eventsOf(table, shopId, 'Order Stopped');
  const daysOf = async (shopId = 's') =>
    (await queryPartition(table, dayStatsKey(shopId, '').pk)).map(({ pk: _pk, sk: _sk, ttl: _ttl, ...day }) => day);

  beforeEach(async () => {
    clock.time = noon;
    // A gate remembers the stops that it has recorded, and every test stops the same order.
    gate = buildGate(table, clock);
    await ops.set('s');
    await knowBuyer(table, 'root', 's');
    clock.advance(1000);
  });

  it('counts what a live block stopped, once however often it is told', async () => {
    const { body } = await shop.add('root');
    await gate.ask('s/root');
    await Promise.all([count(gate.stops[0]), count(gate.stops[0])]);
    await count(gate.stops[0]);
    const [event, ...more] = await counted();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'Order Stopped',
      at: '2026-11-22T12:00:01.000Z',
      actor: { kind: 'platform', id: 'gate' },
      detail: {
        version: 1,
        shopId: 's',
        buyerId: 'root',
        blockId: body['blockId'],
        scope: 'user_id_only',
        occurredAt: '2026-11-22T12:00:01.000Z',
      },
    });
    expect(event?.['outboxSk']).toBe(event?.['sk']);
    expect(await daysOf()).toEqual([{ date: '2026-11-22', 'stopped#order_abuse': 1 }]);
  });

  it('counts each of many once, though another delivery counts some of them meanwhile', async () => {
    await shop.add('root');
    await gate.ask('s/root');
    const [stop] = gate.stops;
    if (!stop) throw new Error('The gate has recorded nothing.');
    const candidates = Array.from({ length: 50 }, (_, index) =>
      stop.candidates.map((candidate) => ({ ...candidate, occasion: `hour#${index % 40}` })),
    ).flat();
    const slow = overtaken(table, () => count({ version: 1, candidates: candidates.slice(0, 3) }));
    await countStoppedOrders({ store: createStoppedOrderStore(slow), newId: newUlid }, { version: 1, candidates });
    expect(await counted()).toHaveLength(40);
    expect(await daysOf()).toEqual([{ date: '2026-11-22', 'stopped#order_abuse': 40 }]);
  });

  it('counts again for another checkout, and without one for another hour', async () => {
    await shop.add('root');
    await gate.ask('s/root');
    const [stop] = gate.stops;
    const occasions = ['checkout#c1', 'checkout#c2', 'hour#1', 'hour#1', 'hour#2'];
    for (const occasion of occasions)
      await count(stop && { ...stop, candidates: stop.candidates.map((candidate) => ({ ...candidate, occasion })) });
    expect(await counted()).toHaveLength(4);
  });

  it('counts an order that was stopped before its block was removed, or its shop lost access', async () => {
    await shop.add('root');
    await gate.ask('s/root');
    clock.advance(1);
    await shop.remove('root');
    await ops.set('s', { state: 'terminated' });
    await count(gate.stops[0]);
    expect(await counted()).toHaveLength(1);
    expect(await daysOf()).toEqual([{ date: '2026-11-22', 'stopped#order_abuse': 1 }]);
  });

  it('counts once when the reply to the counting is lost', async () => {
    await shop.add('root');
    await gate.ask('s/root');
    const deaf = interceptTable(table, async (command, perform) => {
      const reply = await perform();
      if (command === 'TransactWriteCommand') throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
      return reply;
    });
    const [stop] = gate.stops;
    if (!stop) throw new Error('The gate has recorded nothing.');
    await expect(countStoppedOrders({ store: createStoppedOrderStore(deaf), newId: newUlid }, stop)).rejects.toThrow(
      'lost',
    );
    await count(stop);
    expect(await counted()).toHaveLength(1);
    expect(await daysOf()).toEqual([{ date: '2026-11-22', 'stopped#order_abuse': 1 }]);
  });

  it('counts a checkout that spans fifty shops, each on the day that it is there', async () => {
    const shops = Array.from({ length: 50 }, (_, index) => `shop-${index}`);
    for (const [index, shopId] of shops.entries()) {
      await ops.set(shopId, { timeZone: index % 2 === 0 ? 'Pacific/Kiritimati' : 'UTC' });
      await knowBuyer(table, 'root', shopId);
      await seller(shopId).add('root', { reason: index % 2 === 0 ? 'harassment' : 'reseller_abuse' });
    }
    await gate.ask(...shops.map((shopId) => `${shopId}/root`));
    await count(gate.stops[0]);
    await count(gate.stops[0]);
    for (const shopId of shops) expect(await counted(shopId), shopId).toHaveLength(1);
    expect(await daysOf('shop-48')).toEqual([{ date: '2026-11-23', 'stopped#harassment': 1 }]);
    expect(await daysOf('shop-49')).toEqual([{ date: '2026-11-22', 'stopped#reseller_abuse': 1 }]);
  });

  it('counts as “other” what a block stopped whose remains tell no reason', async () => {
    const { body } = await shop.add('root');
    await gate.ask('s/root');
    clock.advance(1);
    await shop.remove('root');
    const { reason: _reason, ...older } = (await readItem(table, endedBlockKey('s', String(body['blockId'])))) ?? {};
    await putItems(table, older as Key & Item);
    await count(gate.stops[0]);
    expect(await daysOf()).toEqual([{ date: '2026-11-22', 'stopped#other': 1 }]);
  });

  it('counts nothing that no live block stopped', async () => {
    await shop.add('root');
    await shop.remove('root');
    expect(await gate.decisions('s/root')).toEqual(['allow']);
    await count(gate.stops[0]);
    clock.advance(1);
    await ops.set('s', { state: 'terminated' });
    await ops.set('s');
    await gate.ask('s/root');
    await count(gate.stops[1]);
    expect(await counted()).toEqual([]);
    expect(await daysOf()).toEqual([]);
  });

  it('names the root alone when a linked account was stopped', async () => {
    const { body } = await shop.add('root', { scope: 'linked_user_ids' });
    const candidate = {
      shopId: 's',
      buyerId: 'linked',
      occasion: 'hour#1',
      decidedAt: new Date(clock.time).toISOString(),
      blocks: [{ root: 'root', blockId: String(body['blockId']) }],
    };
    await count({ version: 1, candidates: [candidate] });
    expect(JSON.stringify(await counted())).not.toContain('linked"');
    expect(await counted()).toMatchObject([{ detail: { buyerId: 'root', scope: 'linked_user_ids' } }]);
  });
});
