import { beforeEach, describe, expect, it } from 'vitest';
import type { StoppedCandidates } from '../../../../shared/contracts/messages/stopped-candidates.ts';
import { toTimestamp } from '../../../../shared/kernel/clock.ts';
import { countStoppedOrders } from '../../../../shared/stopped-orders/count-stopped-orders.ts';
import { createStoppedOrderStore } from '../../../../shared/stopped-orders/store.ts';
import { preventedKey } from '../../../../shared/table/keys.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { dashboardOf } from '../dashboard/ask-dashboard.ts';

type Candidate = StoppedCandidates['candidates'][number];

describe.each(engines())('what a block has prevented, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const { read: readDashboard } = dashboardOf(table, clock);
  const shop = seller('s');
  let blockId = '';
  const count = (...candidates: readonly Partial<Candidate>[]) =>
    countStoppedOrders({ store: createStoppedOrderStore(table), newId: newUlid }, message(candidates));
  const message = (candidates: readonly Partial<Candidate>[]): StoppedCandidates => ({
    version: 1,
    candidates: candidates.map((candidate, index) => ({
      shopId: 's',
      buyerId: 'root',
      occasion: `checkout#${index}`,
      decidedAt: toTimestamp(clock.time),
      blocks: [{ root: 'root', blockId }],
      ...candidate,
    })),
  });
  const worth = (value: string, currency = 'EUR') => ({ amount: { value, currency } });
  const shown = async () => (await shop.get('root')).body['prevented'];

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('s');
    await knowBuyer(table, 'root', 's');
    blockId = String((await shop.add('root', { scope: 'linked_user_ids' })).body['blockId']);
    clock.advance(1000);
  });

  it('is nothing at first, in every answer that shows it', async () => {
    const nothing = { orders: 0, amounts: [] };
    expect(await shown()).toEqual(nothing);
    expect((await shop.list()).body['items']).toMatchObject([{ prevented: nothing }]);
    await knowBuyer(table, 'other', 's');
    expect((await shop.add('other', {}, 'key')).body['prevented']).toEqual(nothing);
    expect((await shop.add('other', {}, 'key')).body['prevented']).toEqual(nothing);
  });

  it('is counted from the gate on, once for each checkout, with the amount that it was asked with', async () => {
    const gate = buildGate(table, clock);
    const ask = (checkoutId: string, value: string) =>
      gate.raw({ checkoutId, checks: [{ shopId: 's', buyerId: 'root', ...worth(value) }] });
    await ask('c1', '19.90');
    await ask('c1', '19.90');
    await ask('c2', '0.1');
    for (const stop of [...gate.stops, ...gate.stops])
      await countStoppedOrders({ store: createStoppedOrderStore(table), newId: newUlid }, stop);
    const prevented = { orders: 2, amounts: [{ value: '20.00', currency: 'EUR' }] };
    expect(await shown()).toEqual({ ...prevented, lastAt: toTimestamp(clock.time) });
    expect(await readDashboard({ days: '1' })).toMatchObject({
      totals: { ordersStopped: { total: 2 }, prevented },
      days: [{ prevented }],
    });
    expect(await eventsOf(table, 's', 'Order Stopped')).toMatchObject([
      { detail: { ...worth('19.90') } },
      { detail: { ...worth('0.1') } },
    ]);
  });

  it('sums each currency exactly, of many in one message, beyond what a JavaScript number holds', async () => {
    const large = worth('999999999999999999.999999', 'KWD');
    await count(
      ...Array.from({ length: 20 }, () => large),
      ...Array.from({ length: 10 }, () => worth('0.1')),
      ...Array.from({ length: 10 }, () => ({})),
      worth('7', 'JPY'),
    );
    expect(await shown()).toMatchObject({
      orders: 41,
      amounts: [
        { value: '1.00', currency: 'EUR' },
        { value: '7', currency: 'JPY' },
        { value: '19999999999999999999.99998', currency: 'KWD' },
      ],
    });
    expect((await shop.list()).body['items']).toMatchObject([{ prevented: { orders: 41 } }]);
  });

  it('counts what linked accounts tried for the block, without a word about them', async () => {
    const before = await shop.get('root');
    await count({ buyerId: 'linked', ...worth('5') }, { ...worth('5') });
    const after = await shop.get('root');
    expect(after.body['prevented']).toMatchObject({ orders: 2, amounts: [{ value: '10.00', currency: 'EUR' }] });
    expect(JSON.stringify(after.body)).not.toContain('linked"');
    expect(JSON.stringify(await eventsOf(table, 's', 'Order Stopped'))).not.toContain('"linked"');
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    expect(after.body['revision']).toBe(before.body['revision']);
  });

  it('names the last one, in whatever order they are counted, and loses none', async () => {
    const [early, late] = [toTimestamp(clock.time), toTimestamp(clock.time + 5_000)];
    clock.advance(10_000);
    await count({ occasion: 'checkout#late', decidedAt: late, ...worth('1') });
    await count({ occasion: 'checkout#early', decidedAt: early, ...worth('1') });
    await count(...Array.from({ length: 60 }, (_, index) => ({ occasion: `checkout#m${index}`, decidedAt: early })));
    expect(await shown()).toEqual({ orders: 62, amounts: [{ value: '2.00', currency: 'EUR' }], lastAt: late });
    expect(await eventsOf(table, 's', 'Order Stopped')).toHaveLength(62);
  });

  it('counts all of them when many messages are counted at once, and one is overtaken', async () => {
    const messages = Array.from({ length: 8 }, (_, index) => ({
      occasion: `checkout#${index}`,
      decidedAt: toTimestamp(clock.time - index * 10),
      ...worth('0.01'),
    }));
    await Promise.all([...messages, ...messages].map((one) => count(one)));
    expect(await shown()).toEqual({
      orders: 8,
      amounts: [{ value: '0.08', currency: 'EUR' }],
      lastAt: toTimestamp(clock.time),
    });
  });

  it('is of the block, and not of the buyer: blocked again, it begins again', async () => {
    await count(worth('3'));
    clock.advance(1);
    await shop.remove('root');
    await count({ occasion: 'checkout#late', decidedAt: toTimestamp(clock.time - 1), ...worth('4') });
    clock.advance(1);
    const again = await shop.add('root');
    expect(again.body['prevented']).toEqual({ orders: 0, amounts: [] });
    // The first block's goes on to be counted for it, should it be asked about.
    expect(await readItem(table, preventedKey('s', blockId))).toMatchObject({ orders: 2 });
  });

  it('is shown with a change and with its repetition, and is no part of what was changed', async () => {
    await count(worth('3'));
    const prevented = { orders: 1, amounts: [{ value: '3.00', currency: 'EUR' }] };
    const change = () => shop.extend('root', { reason: 'harassment' }, 'key');
    expect((await change()).body).toMatchObject({ revision: 2, prevented });
    expect((await change()).body).toMatchObject({ revision: 2, prevented });
  });

  it('is not read behind a change, so that one that is done is not answered as failed', async () => {
    const order: string[] = [];
    const watched = interceptTable(table, async (command, perform) => {
      order.push(command);
      return perform();
    });
    const own = buildApis(watched, clock).seller('s');
    expect((await own.extend('root', { reason: 'harassment' })).status).toBe(200);
    expect(order.at(-1)).toBe('TransactWriteCommand');
  });
});
