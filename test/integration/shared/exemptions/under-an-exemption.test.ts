import { beforeEach, describe, expect, it } from 'vitest';
import { createGateStore } from '../../../../shared/gate/store.ts';
import { createSupportStore } from '../../../../shared/support/store.ts';
import { supportScope } from '../../../../shared/access/scope.ts';
import { longestWait } from '../../../../shared/kernel/words/longest-wait.ts';
import { exemptPeriodKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { readWithGateClient } from '../../../builders/engines/gate-readers.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../builders/worlds/ingest-world.ts';
import { changeLinkGroup, coverBlock } from '../../../builders/worlds/link-work.ts';
import { buyerRouteOver } from '../../../builders/worlds/lookups.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';

describe.each(usualEngines())('a buyer whom a linked block covers, and who is exempt, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const at = (seconds: number) => noon + seconds * 1000;

  /** `b0` is linked to `b1`, whom the shop blocks with all linked accounts; nobody is linked to `b2`. */
  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 3, 'shop');
    await changeLinkGroup(table, clock, { groupId: 'g', buyerIds: ['b0', 'b1'], evidence: ['device'], revision: 1 });
    const { blockId } = (await shop.add('b1', { scope: 'linked_user_ids' })).body;
    await coverBlock(table, { shopId: 'shop', buyerId: 'b1', blockId: String(blockId), scope: 'linked_user_ids' });
  });

  it('orders at once, by one read of the gate, and no longer once it ends', async () => {
    const asked: number[] = [];
    const reader = readWithGateClient(table);
    const store = createGateStore({
      read: (keys, ...rest) => {
        asked.push(keys.length);
        return reader.read(keys, ...rest);
      },
    });
    const gate = buildGate(table, clock, { store });
    expect(await gate.decisions('shop/b0')).toEqual(['deny']);
    await shop.exempt('b0');
    // The gate that has denied them before reads their exemption with what it remembers.
    expect(await gate.ask('shop/b0')).toMatchObject([{ decision: 'allow', reason: 'not_blocked', degraded: false }]);
    asked.length = 0;
    expect(await gate.ask('shop/b0')).toMatchObject([{ decision: 'allow', reason: 'not_blocked', degraded: false }]);
    // Of this gate, and of one that has just started.
    expect(asked).toEqual([1, 1]);
    expect(await gate.decisions('shop/b1')).toEqual(['deny']);
    await shop.endExemption('b0');
    expect(await gate.decisions('shop/b0')).toEqual(['deny']);
  });

  it('is denied by a block of their own from its answer on, and covered again once that is removed', async () => {
    const gate = buildGate(table, clock);
    await shop.exempt('b0');
    await shop.add('b0');
    expect(await gate.decisions('shop/b0')).toEqual(['deny']);
    await shop.remove('b0');
    expect(await gate.ask('shop/b0')).toMatchObject([{ decision: 'deny', matched: { scope: 'linked_user_ids' } }]);
    await shop.exempt('b0');
    expect(await gate.decisions('shop/b0')).toEqual(['allow']);
  });

  it('counts in the coverage like all others', async () => {
    const before = (await shop.get('b1')).body;
    await shop.exempt('b0');
    expect((await shop.get('b1')).body).toEqual(before);
    expect(before).toMatchObject({
      coverage: { state: 'complete', guarded: 2, total: 2 },
      links: [{ evidence: 'device', accounts: 1 }],
    });
  });

  it('reads to the shop as one whom nothing links to anybody, and costs the same calls', async () => {
    const recorded = recordCalls(table);
    const buyer = buyerRouteOver('readBuyer', recorded, clock);
    const recordedShop = buildApis(recorded, clock).seller('shop');
    /** All that the shop reads, with the IDs and tags of the two left out. */
    async function look(buyerId: string) {
      recorded.calls.length = 0;
      const answers = [
        await recordedShop.exempt(buyerId, { note: 'n' }),
        await recordedShop.exempt(buyerId),
        await recordedShop.exemption(buyerId),
        await recordedShop.exemptions(),
        await recordedShop.endExemption(buyerId),
      ];
      const calls = recorded.calls.map(({ name, capacityUnits, asked, found }) => ({
        name,
        capacityUnits,
        asked,
        found,
      }));
      const text = JSON.stringify(answers.map(({ status, body }) => ({ status, body })))
        .replaceAll(buyerId, 'buyer')
        .replaceAll(/"(exemptionId|requestId)":"[^"]+"/g, '"$1":""');
      return { calls, text };
    }
    // What all of them have in common is there before they are compared.
    await look('b2');
    expect(await look('b0')).toEqual(await look('b2'));
    await shop.exempt('b0');
    const page = await callRoute(buyer, {
      method: 'GET',
      path: '/v1/shops/shop/buyers/b0',
      pathParameters: { shopId: 'shop', buyerId: 'b0' },
      claims: { sub: 'ann', shops: 'shop:owner', scope: 'ssc/seller' },
    });
    expect(page.body).toMatchObject({ isExempt: true, isBlocked: false });
  });

  it('is shown to customer support as not stopped by it', async () => {
    const inEffect = async () => {
      const page = { limit: 10, now: clock.time };
      const { items } = await createSupportStore(table).list(supportScope('agent'), 'b0', page);
      return items.map((one) => one.inEffect);
    };
    expect(await inEffect()).toEqual([true]);
    await shop.exempt('b0');
    expect(await inEffect()).toEqual([false]);
  });

  it('has made no order inside the block while it held, whenever its event comes; before and after it has', async () => {
    const world = createIngestWorld(table, clock);
    clock.time = at(60);
    const { exemptionId } = (await shop.exempt('b0')).body;
    clock.time = at(120);
    await shop.endExemption('b0');
    clock.time = at(180);
    /** Whether an order of then became an alert. */
    const flagged = async (buyerId: string, seconds: number) => {
      const orderId = `${buyerId}-${seconds}-${clock.time}`;
      const createdAt = second(seconds);
      await world.deliver(inbound.order('UNPAID', seconds, { orderId, buyerId, createdAt, updatedAt: createdAt }));
      return (await world.alert(alertIds.order(orderId))) !== undefined;
    };
    const times = [30, 60, 119, 120];
    const all = async () => Promise.all(times.map((seconds) => flagged('b0', seconds)));
    expect(await all()).toEqual([true, false, false, true]);
    expect(await flagged('b1', 90)).toBe(true);
    // As long as an event can wait, and no longer than it is kept.
    clock.time = at(120) + longestWait;
    expect(await all()).toEqual([true, false, false, true]);
    const period = await readItem(table, exemptPeriodKey('shop', 'b0', String(exemptionId)));
    expect(Number(period?.['ttl']) * 1000).toBe(at(120) + longestWait);
  });

  it('has made orders inside a block of their own, whatever exemption held before', async () => {
    const world = createIngestWorld(table, clock);
    await shop.exempt('b0');
    clock.time = at(60);
    await shop.add('b0');
    const createdAt = second(90);
    clock.time = at(120);
    await world.deliver(
      inbound.order('UNPAID', 90, { orderId: 'late', buyerId: 'b0', createdAt, updatedAt: createdAt }),
    );
    expect(await world.alert(alertIds.order('late'))).toMatchObject({ reasons: ['order_inside_block'] });
  });
});
