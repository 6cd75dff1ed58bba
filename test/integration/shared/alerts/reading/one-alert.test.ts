import { beforeEach, describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../../../shared/buyers/profile-store.ts';
import { markerKey, orderKey, refundKey, waiverKey } from '../../../../../shared/table/keys.ts';
import {
  buildAlertApis,
  orderAlert,
  orderAttributes,
  outcomeAlert,
  raise,
  refundAlert,
} from '../../../../builders/worlds/alert-apis.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { knowBuyer, saveProfile } from '../../../../builders/items/known-buyer.ts';
import { scanPrefix } from '../../../../builders/items/partitions.ts';
import { accessItem, blockItems } from '../../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';
import { useTable } from '../../../../builders/engines/table.ts';

describe.each(usualEngines())('one alert on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock(noon + 1000);
  const apis = buildAlertApis(table, clock);
  const seller = apis.seller('shop');
  const alert = orderAlert('shop', 'o1', {
    reasons: ['high_cancellation_rate', 'some_new_code'],
    history: { orders: 5, cancellations: 3, refunds: 1, earlierAlerts: 2, linkedAccounts: 4, linkedAlerts: 6 },
  });

  beforeEach(async () => {
    clock.time = noon + 1000;
    await putItems(table, accessItem('shop'), accessItem('shop-2'));
    await raise(table, 'shop', alert);
    await knowBuyer(table, 'buyer-1', 'shop');
  });

  it('shows what a seller needs to judge, the buyer as they are named now', async () => {
    expect((await seller.get(alert.alertId)).body).toEqual({
      alertId: alert.alertId,
      revision: 1,
      kind: 'security_alert_order',
      status: 'open',
      severity: 'high',
      subject: { type: 'order', id: 'o1' },
      orderId: 'o1',
      buyer: { buyerId: 'buyer-1', username: 'name-buyer-1', avatarUrl: 'https://cdn.example/buyer-1.png' },
      isBlocked: false,
      reasons: [
        { code: 'high_cancellation_rate', text: 'This buyer cancels unusually many of their orders.' },
        { code: 'some_new_code', text: 'Some new code.' },
      ],
      riskScore: 80,
      amount: { value: '25.50', currency: 'USD' },
      respondBy: '2026-11-22T13:00:00.000Z',
      flaggedAt: '2026-11-22T12:00:00.000Z',
      raisedAt: '2026-11-22T12:00:00.000Z',
      changedAt: '2026-11-22T12:00:00.000Z',
      history: { orders: 5, cancellations: 3, refunds: 1, earlierAlerts: 2, linkedAccounts: 4, linkedAlerts: 6 },
      actions: ['cancel_order', 'dismiss', 'block_buyer'],
    });
    await saveProfile(table, 'buyer-1', { username: 'renamed', revision: 2 });
    expect((await seller.get(alert.alertId)).body).toMatchObject({ buyer: { username: 'renamed' } });
  });

  it('forgets the name of an erased buyer, and holds it nowhere else', async () => {
    await saveProfile(table, 'buyer-1', { username: 'SECRET', avatarUrl: 'https://SECRET.example/a', revision: 2 });
    await seller.get(alert.alertId);
    await seller.cancel(alert.alertId, {}, 'key');
    const rest = (await scanPrefix(table, '')).filter(({ sk }) => sk !== 'PROFILE');
    expect(JSON.stringify(rest)).not.toContain('SECRET');
    await createProfileStore(table).erase('buyer-1', noon);
    const { body } = await seller.get(alert.alertId);
    expect(body['buyer']).toEqual({ buyerId: 'buyer-1' });
    expect(body['actions']).toEqual([]);
  });

  it('looks like any other where the block is another account’s, down to the proof of its waiver', async () => {
    const shapeOf = (body: Record<string, unknown>) => [Object.keys(body), body['buyer'], body['actions']];
    const other = orderAlert('shop', 'o2', { reasons: ['high_risk_buyer'] });
    const linked = orderAlert('shop', 'o3', { reasons: ['high_risk_buyer'], raisedThroughLink: true });
    await raise(table, 'shop', other, linked);
    const shown = await seller.get(linked.alertId);
    expect(shown.body['reasons']).toEqual((await seller.get(other.alertId)).body['reasons']);
    expect(shapeOf(shown.body)).toEqual(shapeOf((await seller.get(other.alertId)).body));
    expect((await seller.cancel(linked.alertId)).body['reasons']).toMatchObject([{ code: 'high_risk_buyer' }]);
    expect(await readItem(table, waiverKey('shop', 'order', 'o3'))).toMatchObject({
      tag: { reasons: ['high_risk_buyer'] },
    });
  });

  it('shows its waiver, and does not offer to block who is blocked already', async () => {
    await seller.cancel(alert.alertId);
    await putItems(table, ...blockItems('shop', buildBlock({ expiresAt: noon + 5000 })));
    expect((await seller.get(alert.alertId)).body).toMatchObject({
      status: 'action_requested',
      waiver: { subjectType: 'order', subjectId: 'o1', status: 'pending' },
      isBlocked: true,
      actions: [],
    });
    clock.time = noon + 5000;
    expect((await seller.get(alert.alertId)).body).toMatchObject({ isBlocked: false, actions: ['block_buyer'] });
  });

  it('tells of no block but the buyer’s own', async () => {
    const shown = async () => (await seller.get(alert.alertId)).body;
    const before = await shown();
    await putItems(table, ...blockItems('shop', buildBlock({ buyerId: 'linked', scope: 'linked_user_ids' })), {
      ...markerKey('shop', 'buyer-1'),
      'b#linked': { blockId: 'b', expiresAt: noon + 5000 },
    });
    await putItems(table, ...blockItems('shop-2', buildBlock()));
    expect(await shown()).toEqual(before);
  });

  it('offers what can be done as the order stands', async () => {
    await putItems(table, { ...orderKey('shop', 'o1'), ...orderAttributes('IN_TRANSIT', noon) });
    expect((await seller.get(alert.alertId)).body['actions']).toEqual(['dismiss', 'block_buyer']);
    clock.time = alert.respondBy ?? 0;
    expect((await seller.get(alert.alertId)).body['actions']).toEqual(['block_buyer']);
  });

  it('is not found when it is absent, or of another shop', async () => {
    const theirs = orderAlert('shop-2', 'o1');
    await raise(table, 'shop-2', theirs);
    const [absent, foreign] = [await seller.get('absent'), await seller.get(theirs.alertId)];
    expect(absent).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(foreign).toEqual(absent);
  });

  it('tags the page of its order or refund, and only while the flag stands', async () => {
    const refund = refundAlert('shop', 'r1');
    await raise(table, 'shop', refund);
    await putItems(table, { ...refundKey('shop', 'r1'), ...orderAttributes('BUYER_SHIPPED_ITEM', noon) });
    expect((await seller.orderRisk('o1')).body).toEqual({
      subject: { type: 'order', id: 'o1' },
      tagged: true,
      alert: (await seller.get(alert.alertId)).body,
    });
    expect((await seller.refundRisk('r1')).body).toMatchObject({
      tagged: true,
      alert: { alertId: refund.alertId, refundId: 'r1', actions: ['reject_refund', 'dismiss', 'block_buyer'] },
    });
    await raise(table, 'shop', orderAlert('shop', 'o3', { status: 'withdrawn', withdrawnAt: noon }));
    expect((await seller.orderRisk('o3')).body).toMatchObject({ tagged: false, alert: { status: 'withdrawn' } });
    for (const untagged of [await seller.orderRisk('r1'), await seller.refundRisk('o1')])
      expect(untagged).toMatchObject({ status: 200, body: { tagged: false } });
    await raise(table, 'shop-2', orderAlert('shop-2', 'o9'));
    expect((await seller.orderRisk('o9')).body).toEqual({ subject: { type: 'order', id: 'o9' }, tagged: false });
  });

  it('of confirmed fraud says what was intercepted, and asks for nothing', async () => {
    const outcome = outcomeAlert('shop', 'f1', { orderId: 'o1', reasons: ['malicious_refund'] });
    await raise(table, 'shop', outcome);
    await putItems(table, { ...waiverKey('shop', 'order', 'f1'), status: 'pending' });
    const { body } = await seller.get(outcome.alertId);
    expect(body).toMatchObject({ category: 'malicious_refund', orderId: 'o1', actions: ['block_buyer'] });
    expect(body).not.toHaveProperty('waiver');
  });
});
