import { describe, expect, it } from 'vitest';
import { endedBlockKey, markerKey } from '../../../../../shared/table/keys.ts';
import { buildAlertApis } from '../../../../builders/worlds/alert-apis.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../../builders/worlds/ingest-world.ts';
import { interleaved } from '../../../../builders/fakes/scripted-table.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems } from '../../../../builders/items/table-items.ts';

describe.each(usualEngines())('an order inside a live block on %s', (engine) => {
  const { table, clock, world } = useIngestShop(engine, { since: noon - 60_000 });
  const own = buildBlock({ createdAt: noon - 1000 });
  const linked = buildBlock({ createdAt: noon - 1000, blockId: 'block-2', buyerId: 'root', scope: 'linked_user_ids' });
  const told = async () =>
    (await eventsOf(table, 'shop', 'Alert Raised', 'Alert Changed')).map(({ detail }) => detail as object);

  it('becomes a Security Alert Order, once', async () => {
    await world.block(own, 'buyer-1');
    const placed = inbound.order('UNPAID', 0, { amount: { value: '9.00', currency: 'USD' } });
    await world.deliverAtOnce(placed, placed);
    await world.deliver(placed, inbound.order('ON_HOLD', 1));
    expect(await world.alert()).toMatchObject({
      kind: 'security_alert_order',
      status: 'open',
      revision: 1,
      buyerId: 'buyer-1',
      reasons: ['order_inside_block'],
      amount: { value: '9.00', currency: 'USD' },
      severity: 'medium',
      flaggedAt: noon,
      history: { orders: 1, earlierAlerts: 0 },
    });
    expect(await told()).toEqual([expect.objectContaining({ change: 'raised', buyerId: 'buyer-1' })]);
  });

  it('is not raised again after a seller has dismissed it', async () => {
    await world.block(own, 'buyer-1');
    await world.deliver(inbound.order('UNPAID'));
    await buildAlertApis(table, clock).seller('shop').dismiss(alertIds.order(), { verdict: 'accepted_risk' });
    await world.deliver(inbound.order('UNPAID'), inbound.order('ON_HOLD', 1));
    expect(await world.alert()).toMatchObject({ status: 'dismissed', revision: 2 });
  });

  it('tells a seller nothing of a link when the block is another account’s', async () => {
    await world.block(linked, 'buyer-1');
    await world.deliver(inbound.order('UNPAID'));
    expect(await world.alert()).toMatchObject({ raisedThroughLink: true });
    const { body } = await buildAlertApis(table, clock).seller('shop').get(alertIds.order());
    expect(body).toMatchObject({
      buyer: { buyerId: 'buyer-1' },
      reasons: [{ code: 'high_risk_buyer' }],
    });
    // Neither the instant of the order, at which no risk system flags, nor that of the alert.
    const { flaggedAt, raisedAt } = body as { flaggedAt: string; raisedAt: string };
    expect(second(0) < flaggedAt && flaggedAt < raisedAt, flaggedAt).toBe(true);
    expect(JSON.stringify([body, await told()])).not.toMatch(/root|block-2|inside_block/);
  });

  it('names the buyer when they are blocked themselves, too', async () => {
    await world.block(linked, 'buyer-1');
    await world.block(own);
    const entry = (blockId: string) => ({ blockId, expiresAt: own.expiresAt });
    const entries = { 'b#root': entry('block-2'), 'b#buyer-1': entry('block-1') };
    await putItems(table, { ...markerKey('shop', 'buyer-1'), ...entries, revision: 2 });
    await world.deliver(inbound.order('UNPAID'));
    expect((await world.alert())?.raisedThroughLink).toBeUndefined();
    const { body } = await buildAlertApis(table, clock).seller('shop').get(alertIds.order());
    expect(body['reasons']).toMatchObject([{ code: 'order_inside_block' }]);
  });

  it('is told of an order that was linked to the root only afterwards by nothing but its first events', async () => {
    await world.block(linked, 'buyer-1');
    clock.time = noon + 3_601_000;
    await world.deliver(inbound.order('AWAITING_SHIPMENT', 3601));
    expect(await world.alert()).toBeUndefined();
    await world.deliver(inbound.order('UNPAID', 3600));
    expect(await world.alert()).toMatchObject({ reasons: ['high_risk_buyer'] });
  });

  it.each([
    ['before the block', { createdAt: noon + 1 }],
    ['after it had expired', { expiresAt: noon }],
    ['under a block of another account alone', { buyerId: 'root' }],
  ])('is none when it was placed %s', async (_, overrides) => {
    await world.block(buildBlock({ createdAt: noon - 1000, ...overrides }), 'buyer-1');
    await world.deliver(inbound.order('UNPAID'));
    expect(await world.alert()).toBeUndefined();
  });

  it.each([
    ['has ended', { state: 'terminated', since: noon + 1 } as const],
    ['began later', { state: 'active', since: noon + 1 } as const],
  ])('is none when the access %s', async (_, overrides) => {
    await world.block(own, 'buyer-1');
    await putItems(table, accessItem('shop', overrides));
    await world.deliver(inbound.order('UNPAID'));
    expect(await world.alert()).toBeUndefined();
  });

  it('is one also when the block was removed before its event came', async () => {
    const { blockId, scope, createdAt, expiresAt } = own;
    const ended = { blockId, scope, createdAt, expiresAt, endedAt: noon + 1 };
    const entries = { 'b#buyer-1': { blockId, expiresAt } };
    await putItems(table, { ...endedBlockKey('shop', blockId), ...ended });
    await putItems(table, { ...markerKey('shop', 'buyer-1'), ...entries, revision: 1 });
    await world.deliver(inbound.order('UNPAID'), inbound.order('UNPAID', 0, { orderId: 'o2', createdAt: second(1) }));
    expect(await world.alert()).toMatchObject({ status: 'open' });
    expect(await world.alert(alertIds.order('o2'))).toBeUndefined();
  });

  it('has the reason of the risk systems beside ours, whichever came first, and keeps ours when they take theirs back', async () => {
    await world.block(own, 'buyer-1');
    const flag = (orderId: string) => inbound.orderFlag(5, { orderId, riskScore: 90, respondBy: second(99) });
    const placed = (orderId: string) => inbound.order('UNPAID', 0, { orderId });
    await world.deliver(flag('a'), placed('a'), placed('b'), flag('b'));
    for (const orderId of ['a', 'b']) {
      const alertId = alertIds.order(orderId);
      const facts = { reasons: ['high_cancellation_rate', 'order_inside_block'], severity: 'high', riskScore: 90 };
      expect(await world.alert(alertId)).toMatchObject({ ...facts, flaggedAt: noon + 5000, revision: 2 });
      await world.deliver(inbound.withdrawal(6, { subject: { type: 'order', id: orderId } }), flag(orderId));
      const { riskScore, respondBy, ...alert } = (await world.alert(alertId)) ?? {};
      expect([riskScore, respondBy]).toEqual([undefined, undefined]);
      expect(alert).toMatchObject({ status: 'open', reasons: ['order_inside_block'], severity: 'medium', revision: 3 });
    }
  });

  it('is opened by our reason when the risk systems had taken theirs back before', async () => {
    await world.block(own, 'buyer-1');
    await world.deliver(inbound.orderFlag(1), inbound.withdrawal(2), inbound.order('UNPAID'));
    expect(await world.alert()).toMatchObject({ status: 'open', reasons: ['order_inside_block'] });
  });

  it.each([
    'flag first',
    'order first',
  ])('looks like an alert of the risk systems beside their flags: %s', async (order) => {
    await world.block(linked, 'buyer-1');
    const placed = inbound.order('UNPAID');
    const flagged = inbound.orderFlag(12);
    clock.time += 2000;
    await world.deliver(...(order === 'flag first' ? [flagged, placed, placed] : [placed, flagged, placed]));
    const { body } = await buildAlertApis(table, clock).seller('shop').get(alertIds.order());
    expect(body).toMatchObject({ flaggedAt: second(12) });
    expect(body['reasons']).toMatchObject([
      { code: 'high_cancellation_rate' },
      ...(order === 'flag first' ? [] : [{ code: 'high_risk_buyer' }]),
    ]);
    // What tells nothing new to a seller is not told.
    expect(await told()).toHaveLength(order === 'flag first' ? 1 : 2);
    expect(await world.alert()).not.toHaveProperty('raisedThroughLink');
    await world.deliver(inbound.withdrawal(13), placed);
    expect(await world.alert()).toMatchObject({ status: 'withdrawn' });
  });

  it('costs a buyer without a marker two reads, as every order', async () => {
    const calls: string[] = [];
    const counted = interleaved(table, ({ name }) => void calls.push(name));
    const over = createIngestWorld(counted, clock);
    await over.deliver(inbound.order('UNPAID'));
    expect(calls).toEqual(['BatchGetCommand', 'TransactWriteCommand', 'TransactGetCommand', 'QueryCommand']);
  });
});
