import { describe, expect, it } from 'vitest';
import { alertRaised } from '../../../../../shared/contracts/events/alert-raised.ts';
import { toTimestamp } from '../../../../../shared/kernel/clock.ts';
import {
  alertKey,
  buyerHistoryKey,
  linksKey,
  memberKey,
  rosterKey,
  withdrawalKey,
} from '../../../../../shared/table/keys.ts';
import { buildAlertApis, totalsOfShop } from '../../../../builders/worlds/alert-apis.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../../builders/worlds/ingest-world.ts';
import { recordCalls } from '../../../../builders/engines/recorded-calls.ts';
import { losingFirstReply } from '../../../../builders/engines/intercepted-table.ts';
import { scanPrefix } from '../../../../builders/items/partitions.ts';
import { interleaved, overtaken } from '../../../../builders/fakes/scripted-table.ts';
import { alertSteps, eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';

describe.each(usualEngines())('flags on %s', (engine) => {
  const { table, clock, world } = useIngestShop(engine);
  const changes = async () => alertSteps(await eventsOf(table, 'shop', 'Alert Raised', 'Alert Changed'));

  it('raise one alert, with its event, its counts and what the buyer did here before', async () => {
    await world.deliver(inbound.order('CANCELLED', 1, { orderId: 'o0' }), inbound.order('UNPAID'));
    await world.deliver(inbound.orderFlag(5, { riskScore: 80, amount: { value: '9.50', currency: 'USD' } }));
    expect(await world.alert()).toEqual({
      alertId: alertIds.order(),
      kind: 'security_alert_order',
      status: 'open',
      revision: 1,
      subject: { type: 'order', id: 'o1' },
      orderId: 'o1',
      buyerId: 'buyer-1',
      reasons: ['high_cancellation_rate'],
      riskScore: 80,
      amount: { value: '9.50', currency: 'USD' },
      severity: 'high',
      flaggedAt: noon + 5000,
      raisedAt: noon + 10_000,
      changedAt: noon + 10_000,
      history: { orders: 2, cancellations: 1, refunds: 0, earlierAlerts: 0, linkedAccounts: 0, linkedAlerts: 0 },
    });
    const [event, ...more] = await eventsOf(table, 'shop', 'Alert Raised');
    expect(more).toEqual([]);
    expect(alertRaised.detail.parse(event?.['detail'])).toMatchObject({
      change: 'raised',
      status: 'open',
      buyerId: 'buyer-1',
    });
    expect(event).toMatchObject({ outboxSk: event?.['sk'], actor: { kind: 'platform' } });
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'open#security_alert_order': 1 });
    expect(await world.history()).toEqual({ cancellations: 1, alerts: 1 });
  });

  it('count what is flagged into the history, whether or not its own event has come', async () => {
    await world.deliver(inbound.orderFlag(), inbound.refundFlag());
    expect((await world.alert())?.history).toMatchObject({ orders: 1, refunds: 0, earlierAlerts: 0 });
    expect((await world.alert(alertIds.refund()))?.history).toMatchObject({ orders: 0, refunds: 1, earlierAlerts: 1 });
  });

  it('tell how many alerts linked accounts caused here, and not which accounts', async () => {
    const groups = { groups: new Set(['g1', 'g2']), revision: 2 };
    const member = (group: string, buyerId: string) => ({ ...memberKey(group, buyerId), buyerId, state: 'member' });
    const caused = (shop: string, buyer: string, alerts: number) => ({ ...buyerHistoryKey(shop, buyer), alerts });
    await putItems(
      table,
      { ...linksKey('buyer-1'), ...groups },
      ...['buyer-1', 'x', 'y'].map((buyer) => member('g1', buyer)),
      ...['buyer-1', 'y', 'z'].map((buyer) => member('g2', buyer)),
      caused('shop', 'x', 2),
      caused('shop', 'y', 3),
      caused('shop-2', 'z', 7),
    );
    await world.deliver(inbound.orderFlag());
    expect((await world.alert())?.history).toMatchObject({ linkedAccounts: 3, linkedAlerts: 5 });
    expect(JSON.stringify(await scanPrefix(table, 'ALERT#'))).not.toMatch(/"[xyz]"/);
  });

  it('ask no more about a buyer in 60 link groups than about one in two', async () => {
    const callsOf = async (count: number, orderId: string) => {
      const groups = Array.from({ length: count }, (_, index) => `g${index}`);
      await putItems(
        table,
        { ...linksKey('buyer-1'), revision: 1, groups: new Set(groups) },
        ...groups.map((group) => ({ ...rosterKey(group), revision: 1, buyerIds: ['buyer-1', 'x', `of-${group}`] })),
      );
      const counted = recordCalls(table);
      await createIngestWorld(counted, clock).deliver(inbound.orderFlag(1, { orderId }));
      expect((await world.alert(alertIds.order(orderId)))?.history).toMatchObject({ linkedAccounts: count + 1 });
      return counted.calls.length;
    };
    expect(await callsOf(60, 'o60')).toBe(await callsOf(2, 'o2'));
  });

  it('do nothing twice, though they are delivered twice, at once, or after a lost reply', async () => {
    const flag = inbound.orderFlag(1, { riskScore: 60, respondBy: second(600) });
    await expect(createIngestWorld(losingFirstReply(table), clock).deliver(flag)).rejects.toThrow('reset');
    await world.deliverAtOnce(flag, flag);
    clock.advance(3600_000);
    await world.deliver(flag);
    expect(await changes()).toEqual(['raised: open']);
    expect(await world.history()).toEqual({ alerts: 1 });
  });

  it('on one order change its one alert: newer facts, all reasons, and a deadline that is not taken away', async () => {
    await world.deliver(inbound.orderFlag(1, { riskScore: 90, respondBy: second(600) }));
    await world.deliver(inbound.orderFlag(3, { reasons: ['new_account'], riskScore: 20 }));
    await world.deliver(inbound.orderFlag(2, { reasons: ['late_news'], riskScore: 99 }));
    expect(await world.alert()).toMatchObject({
      revision: 2,
      reasons: ['new_account', 'high_cancellation_rate'],
      riskScore: 20,
      severity: 'low',
      respondBy: noon + 600_000,
      flaggedAt: noon + 3000,
    });
    expect(await changes()).toEqual(['raised: open', 'flagged_again: open']);
    expect(await world.history()).toEqual({ alerts: 1 });
  });

  it.each([
    ['is cancelled already', inbound.order('CANCELLED'), 'resolved'],
    ['is on its way already', inbound.order('IN_TRANSIT'), 'expired'],
  ])('raise an alert that has ended when the order %s', async (_, order, status) => {
    await world.deliver(order, inbound.orderFlag());
    expect(await world.alert()).toMatchObject({ status });
    expect(await changes()).toEqual([`raised: ${status}`]);
    expect(await totalsOfShop(table, 'shop')).toEqual({});
  });

  it('raise an alert that has ended when its deadline has passed, or its flag was taken back', async () => {
    await world.deliver(inbound.orderFlag(0, { respondBy: second(10) }));
    await world.deliver(inbound.withdrawal(5, { subject: { type: 'refund', id: 'r1' } }), inbound.refundFlag(5));
    expect(await changes()).toEqual(['raised: expired', 'raised: withdrawn']);
  });

  it('are kept nothing of for a shop without active access', async () => {
    await putItems(table, accessItem('shop', { state: 'terminated' }));
    for (const shopId of ['shop', 'shop-2'])
      await world.deliver(
        inbound.orderFlag(0, { shopId }),
        inbound.withdrawal(1, { shopId }),
        inbound.outcome({ shopId }),
      );
    for (const prefix of ['ALERT#', 'SHOPBUYER#', 'STATS#', 'ACTIVITY#'])
      expect(await scanPrefix(table, prefix)).toEqual([]);
  });

  it.each([
    ['order', inbound.order('UNPAID', 0, { buyerId: 'b2' })],
    ['alert', inbound.orderFlag(0, { buyerId: 'b2' })],
  ])('that name another buyer than the %s are put aside', async (_, before) => {
    await world.deliver(before);
    await expect(world.deliver(inbound.orderFlag(5))).rejects.toMatchObject({ reason: 'conflicting_buyer' });
    expect(await world.history()).toEqual({});
  });

  it('are decided again when the order, the alert or a withdrawal gets in between', async () => {
    const between = [
      [inbound.order('IN_TRANSIT', 1), 'expired'],
      [inbound.orderFlag(9, { riskScore: 1 }), 'open'],
      [inbound.withdrawal(9), 'withdrawn'],
    ] as const;
    for (const [index, [event, status]] of between.entries()) {
      const orderId = `between-${index}`;
      const detail = { ...event.detail, orderId, subject: { type: 'order', id: orderId } };
      const slow = overtaken(table, () => world.deliver({ ...event, detail }));
      await createIngestWorld(slow, clock).deliver(inbound.orderFlag(1, { orderId }));
      expect(await world.alert(alertIds.order(orderId))).toMatchObject({ status });
    }
  });

  it('ask for another delivery when the alert keeps changing', async () => {
    let at = 100;
    const restless = interleaved(table, async ({ name }) => {
      if (name === 'TransactWriteCommand') await world.deliver(inbound.orderFlag(at++, { reasons: [`r${at}`] }));
    });
    const late = inbound.orderFlag(800);
    await expect(createIngestWorld(restless, clock).deliver(late)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('do not bring back what a seller has judged', async () => {
    await world.deliver(inbound.orderFlag(1));
    const dismissed = await buildAlertApis(table, clock)
      .seller('shop')
      .dismiss(alertIds.order(), { verdict: 'accepted_risk' });
    expect(dismissed.status).toBe(200);
    await world.deliver(inbound.orderFlag(5), inbound.withdrawal(6));
    expect(await world.alert()).toMatchObject({ status: 'dismissed', revision: 2 });
    expect(await readItem(table, withdrawalKey('shop', alertIds.order()))).toBeUndefined();
  });

  it('are listed by their deadline while they wait, and are found by an ID that anybody can make', async () => {
    await world.deliver(inbound.orderFlag(1, { respondBy: second(99) }));
    const listed = `${String(noon + 99_000).padStart(15, '0')}#${alertIds.order()}`;
    expect(await readItem(table, alertKey('shop', alertIds.order()))).toMatchObject({ listSk: listed });
    await world.deliver(inbound.withdrawal(2));
    expect(await readItem(table, alertKey('shop', alertIds.order()))).toMatchObject({
      listPk: 'ALERTS#shop#security_alert_order#closed',
      ttl: expect.any(Number),
    });
    expect(toTimestamp((await world.alert())?.withdrawnAt ?? 0)).toBe(second(2));
  });
});
