import { beforeEach, describe, expect, it } from 'vitest';
import { alertChanged } from '../../../../../shared/contracts/events/alert-changed.ts';
import { penaltyWaived } from '../../../../../shared/contracts/events/penalty-waived.ts';
import { meetDeadline } from '../../../../../shared/deadlines/meet-deadline.ts';
import { toTimestamp } from '../../../../../shared/kernel/clock.ts';
import { waiverKey } from '../../../../../shared/table/keys.ts';
import { buildAlertApis, totalsOfShop } from '../../../../builders/worlds/alert-apis.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { buildIngestDeps } from '../../../../builders/worlds/ingest-deps.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound } from '../../../../builders/worlds/ingest-world.ts';
import { scanPrefix } from '../../../../builders/items/partitions.ts';
import { interleaved } from '../../../../builders/fakes/scripted-table.ts';
import { alertSteps, eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';

describe.each(usualEngines())('the progress of alerts on %s', (engine) => {
  const { table, clock, world } = useIngestShop(engine);
  const ann = buildAlertApis(table, clock).seller('shop');
  const waiver = (type: 'order' | 'refund' = 'order', id = 'o1') => readItem(table, waiverKey('shop', type, id));
  const waived = () => eventsOf(table, 'shop', 'Penalty Waived');
  const changes = async () => alertSteps(await eventsOf(table, 'shop', 'Alert Changed'));
  const request = async () => {
    expect((await ann.cancel(alertIds.order())).status).toBe(202);
    clock.advance(2000);
  };

  beforeEach(async () => {
    await world.deliver(inbound.order('AWAITING_SHIPMENT'), inbound.orderFlag(1));
  });

  it('grants the waiver when the order is cancelled as asked for, once', async () => {
    await request();
    const cancelled = inbound.order('CANCELLED', 20);
    await world.deliverAtOnce(cancelled, cancelled);
    await world.deliver(cancelled);
    expect(await world.alert()).toMatchObject({
      status: 'resolved',
      lastAction: { outcome: 'confirmed', answeredAt: clock.time },
    });
    expect(await waiver()).toMatchObject({ status: 'granted', tag: { reasons: ['high_cancellation_rate'] } });
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'waivers#granted': 1 });
    const [event, ...more] = await waived();
    expect(more).toEqual([]);
    expect(penaltyWaived.detail.parse(event?.['detail'])).toMatchObject({
      alertId: alertIds.order(),
      subjectType: 'order',
      subjectId: 'o1',
      status: 'granted',
    });
    const changed = (await eventsOf(table, 'shop', 'Alert Changed')).at(-1);
    expect(alertChanged.detail.parse(changed?.['detail'])).toMatchObject({ change: 'action_confirmed' });
    expect(changed?.['accompanies']).toBe(event?.['sk']);
    expect(await world.history()).toEqual({ alerts: 1, cancellations: 1 });
  });

  it('resolves without a waiver what nobody asked for', async () => {
    await world.deliver(inbound.order('CANCELLED', 20));
    expect(await world.alert()).toMatchObject({ status: 'resolved' });
    expect(await changes()).toEqual(['subject_settled: resolved']);
    expect([await waiver(), await waived()]).toEqual([undefined, []]);
  });

  it('is made good by the next delivery when the first one ended behind the order', async () => {
    await request();
    const cancelled = inbound.order('CANCELLED', 20);
    let writes = 0;
    const dying = interleaved(table, ({ name }) => {
      if (name === 'TransactWriteCommand' && ++writes === 2) throw new Error('killed');
    });
    await expect(createIngestWorld(dying, clock).deliver(cancelled)).rejects.toThrow('killed');
    expect(await world.alert()).toMatchObject({ status: 'action_requested' });
    await world.deliver(cancelled);
    expect(await waiver()).toMatchObject({ status: 'granted' });
    expect(await world.history()).toMatchObject({ cancellations: 1 });
  });

  it('keeps its promise to a shop whose access has ended', async () => {
    await request();
    await putItems(table, accessItem('shop', { state: 'terminated' }));
    await world.deliver(inbound.order('CANCELLED', 20));
    expect(await waiver()).toMatchObject({ status: 'granted' });
  });

  it('ends an open alert when the order is shipped, and waits for the answer to a request', async () => {
    await world.deliver(inbound.order('IN_TRANSIT', 20), inbound.order('IN_TRANSIT', 20));
    expect(await changes()).toEqual(['subject_closed: expired']);
    await world.deliver(inbound.orderFlag(1, { orderId: 'o2' }));
    expect((await ann.cancel(alertIds.order('o2'))).status).toBe(202);
    await world.deliver(inbound.order('IN_TRANSIT', 20, { orderId: 'o2' }));
    await world.deliver(inbound.order('DELIVERED', 30, { orderId: 'o2' }));
    expect(await world.alert(alertIds.order('o2'))).toMatchObject({ status: 'action_requested', revision: 3 });
    clock.advance(2000);
    await world.deliver(inbound.cancellationRefused({ orderId: 'o2' }));
    expect(await world.alert(alertIds.order('o2'))).toMatchObject({ status: 'expired' });
  });

  it('gives a refused request back, voids its waiver, and makes that pending again with the next', async () => {
    await request();
    await world.deliver(inbound.cancellationRefused({ reason: 'ALREADY_PACKED' }));
    expect(await world.alert()).toMatchObject({
      status: 'open',
      lastAction: { outcome: 'refused', refusal: 'already_packed' },
    });
    expect(await waiver()).toMatchObject({ status: 'void' });
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'open#security_alert_order': 1, 'waivers#void': 1 });
    await request();
    expect(await waiver()).toMatchObject({ status: 'pending' });
    await world.deliver(inbound.order('CANCELLED', 20));
    expect(await waiver()).toMatchObject({ status: 'granted' });
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'waivers#granted': 1 });
  });

  it('keeps nothing of a refusal in words, since they may name somebody', async () => {
    await request();
    await world.deliver(inbound.cancellationRefused({ reason: 'Canary Jones picked it up at 09:41' }));
    expect(await ann.get(alertIds.order())).toMatchObject({
      body: { lastAction: { refusal: 'other', refusalText: 'It was not possible; the reason is not shown here.' } },
    });
    await ann.dismiss(alertIds.order(), { verdict: 'accepted_risk' }, 'key');
    expect(JSON.stringify(await scanPrefix(table, ''))).not.toContain('Canary');
  });

  it('takes a refusal that comes again, or late, for no answer to the next request', async () => {
    await request();
    const first = inbound.cancellationRefused();
    const unseen = { ...inbound.cancellationRefused(), at: clock.time };
    await world.deliver(first, first);
    clock.advance(2000);
    await request();
    await world.deliver(first, unseen, { ...first, at: clock.time + 60_000 });
    expect(await world.alert()).toMatchObject({ status: 'action_requested' });
    await world.deliver({ ...inbound.cancellationRefused(), at: clock.time - 2000 });
    expect(await changes()).toEqual([
      'action_requested: action_requested',
      'action_refused: open',
      'action_requested: action_requested',
      'action_refused: open',
    ]);
  });

  it('hears a refusal of what nobody asked for, or knows of, without a word', async () => {
    await world.deliver(inbound.cancellationRefused(), inbound.cancellationRefused({ orderId: 'o9' }));
    await world.deliver(inbound.rejectionRefused());
    expect(await changes()).toEqual([]);
  });

  it('counts an answer that comes behind the withdrawal of the flag', async () => {
    await request();
    await world.deliver(inbound.withdrawal(15));
    expect(await world.alert()).toMatchObject({ status: 'action_requested' });
    await world.deliver(inbound.cancellationRefused());
    expect(await world.alert()).toMatchObject({ status: 'withdrawn' });
    expect(await waiver()).toMatchObject({ status: 'void' });
  });

  it('leaves what a judged alert had asked for to the answer that comes late', async () => {
    await request();
    const asked = await world.alert();
    if (!asked?.lastAction) throw new Error('nothing asked');
    // As 15 minutes without an answer leave it, and then a dismissal.
    const lastAction = { ...asked.lastAction, outcome: 'unanswered' };
    const { pk, sk, ...item } = (await readItem(table, { pk: `ALERT#shop#${alertIds.order()}`, sk: 'ALERT' })) ?? {};
    await putItems(table, { ...item, pk: String(pk), sk: String(sk), status: 'dismissed', lastAction });
    await world.deliver(inbound.order('CANCELLED', 20));
    expect(await waiver()).toMatchObject({ status: 'granted' });
  });

  it('voids what nobody answered once the order is shipped, and grants it when the answer comes after all', async () => {
    const meet = meetDeadline(buildIngestDeps(table, clock));
    await request();
    clock.advance(15 * 60_000);
    await meet({ version: 1, shopId: 'shop', alertId: alertIds.order(), due: toTimestamp(clock.time) });
    expect([(await world.alert())?.status, (await waiver())?.['status']]).toEqual(['open', 'pending']);
    await world.deliver(inbound.order('PARTIALLY_SHIPPING', 20));
    expect([(await world.alert())?.status, (await waiver())?.['status']]).toEqual(['open', 'pending']);
    const shipped = inbound.order('IN_TRANSIT', 30);
    await world.deliverAtOnce(shipped, shipped);
    await world.deliver(shipped);
    expect([(await world.alert())?.status, (await waiver())?.['status']]).toEqual(['expired', 'void']);
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'waivers#void': 1 });
    await world.deliver(inbound.order('CANCELLED', 40));
    expect([(await world.alert())?.status, (await waiver())?.['status']]).toEqual(['resolved', 'granted']);
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'waivers#granted': 1 });
  });

  it('follows refunds likewise', async () => {
    await world.deliver(inbound.refund('RETURN_OR_REFUND_REQUEST_PENDING'), inbound.refundFlag(1));
    expect((await ann.reject(alertIds.refund())).status).toBe(202);
    clock.advance(2000);
    await world.deliver(inbound.rejectionRefused());
    expect(await world.alert(alertIds.refund())).toMatchObject({ status: 'open' });
    expect((await ann.reject(alertIds.refund())).status).toBe(202);
    const rejected = inbound.refund('REFUND_OR_RETURN_REQUEST_REJECT', 20);
    await world.deliverAtOnce(rejected, rejected);
    await world.deliver(inbound.refund('BUYER_SHIPPED_ITEM', 10));
    expect(await world.alert(alertIds.refund())).toMatchObject({ status: 'resolved' });
    expect(await waiver('refund', 'r1')).toMatchObject({ status: 'granted' });
    expect(await waived()).toHaveLength(1);
    expect(await world.history()).toEqual({ alerts: 2, refunds: 1 });
    await world.deliver(inbound.refundFlag(1, { refundId: 'r2' }));
    await world.deliver(inbound.refund('RETURN_OR_REFUND_REQUEST_SUCCESS', 20, { refundId: 'r2' }));
    expect(await world.alert(alertIds.refund('r2'))).toMatchObject({ status: 'expired' });
    await expect(world.deliver(inbound.refund('BUYER_SHIPPED_ITEM', 30, { buyerId: 'b2' }))).rejects.toMatchObject({
      reason: 'conflicting_buyer',
    });
  });

  it('asks for another delivery when the alert keeps changing', async () => {
    let at = 100;
    const restless = interleaved(table, async ({ name, input }) => {
      if (name === 'TransactWriteCommand' && JSON.stringify(input).includes('ALERT#'))
        await world.deliver(inbound.orderFlag(at++, { reasons: [`r${at}`] }));
    });
    await request();
    const refused = createIngestWorld(restless, clock).deliver(inbound.cancellationRefused());
    await expect(refused).rejects.toMatchObject({ code: 'unavailable' });
  });
});
