import { describe, expect, it } from 'vitest';
import { dayStatsKey } from '../../../../../shared/table/keys.ts';
import { buildAlertApis, totalsOfShop } from '../../../../builders/worlds/alert-apis.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound } from '../../../../builders/worlds/ingest-world.ts';
import { queryPartition } from '../../../../builders/items/partitions.ts';
import { overtaken } from '../../../../builders/fakes/scripted-table.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';

describe.each(usualEngines())('fraud outcomes on %s', (engine) => {
  const { table, clock, world } = useIngestShop(engine, { timeZone: 'Asia/Tokyo' });
  const days = async () =>
    (await queryPartition(table, dayStatsKey('shop', '').pk))
      .filter(({ sk }) => String(sk).startsWith('DAY#'))
      .map(({ pk: _pk, sk: _sk, ttl: _ttl, ...day }) => day);

  it('are shown, and counted on the shop’s day with what they would have cost', async () => {
    const amount = { value: '0.10', currency: 'USD' };
    await world.deliver(
      inbound.outcome({ protectedAmount: amount, subject: { type: 'order', id: 'o1' } }),
      inbound.outcome({ outcomeId: 'fo-2', protectedAmount: { value: '0.20', currency: 'USD' } }),
      {
        ...inbound.outcome({ outcomeId: 'fo-3', category: 'abusive_review', occurredAt: '2026-11-22T15:00:00.000Z' }),
        at: Date.parse('2026-11-22T15:00:00.000Z'),
      },
    );
    expect(await world.alert(alertIds.outcome())).toEqual({
      alertId: alertIds.outcome(),
      kind: 'fraud_outcome',
      status: 'resolved',
      revision: 1,
      subject: { type: 'outcome', id: 'fo-1' },
      orderId: 'o1',
      about: { type: 'order', id: 'o1' },
      buyerId: 'buyer-1',
      reasons: [],
      category: 'malicious_refund',
      amount,
      severity: 'medium',
      flaggedAt: noon,
      raisedAt: noon + 10_000,
      changedAt: noon + 10_000,
    });
    expect(await days()).toEqual([
      { date: '2026-11-22', 'fraud#malicious_refund': 2, 'amount#USD': 0.3 },
      { date: '2026-11-23', 'fraud#abusive_review': 1 },
    ]);
    expect(await totalsOfShop(table, 'shop')).toEqual({});
    expect(await eventsOf(table, 'shop', 'Alert Raised')).toMatchObject([
      { detail: { category: 'malicious_refund', change: 'raised', status: 'resolved' } },
      {},
      {},
    ]);
  });

  it('tell a seller which refund or review it was, and nothing of other accounts', async () => {
    const seller = buildAlertApis(table, clock).seller('shop');
    const subjects = [
      { type: 'refund', id: 'r1' },
      { type: 'review', id: 'review-1' },
      { type: 'account', id: 'LINKED' },
    ];
    const shown: Record<string, unknown>[] = [];
    for (const subject of subjects) {
      const outcomeId = `fo-${subject.type}`;
      await world.deliver(inbound.outcome({ outcomeId, subject }));
      shown.push((await seller.get(alertIds.outcome(outcomeId))).body);
    }
    expect(shown[0]).toMatchObject({ refundId: 'r1', about: { type: 'refund', id: 'r1' } });
    expect(shown[1]).toMatchObject({ about: { type: 'review', id: 'review-1' } });
    expect(shown[2]).not.toHaveProperty('about');
    const told = await eventsOf(table, 'shop', 'Alert Raised');
    expect(told).toMatchObject([{ detail: { about: subjects[0] } }, { detail: { about: subjects[1] } }, {}]);
    expect(JSON.stringify([shown, told])).not.toContain('LINKED');
  });

  it('count once, however often they are told', async () => {
    const outcome = inbound.outcome();
    await world.deliverAtOnce(outcome, outcome);
    const slow = overtaken(table, () => world.deliver(inbound.outcome({ outcomeId: 'fo-2' })));
    await createIngestWorld(slow, clock).deliver(inbound.outcome({ outcomeId: 'fo-2' }));
    await world.deliver(outcome, inbound.outcome({ category: 'told_otherwise' }));
    expect(await days()).toEqual([{ date: '2026-11-22', 'fraud#malicious_refund': 2 }]);
    expect(await eventsOf(table, 'shop', 'Alert Raised')).toHaveLength(2);
  });

  it('may be of a category that is a name of every object', async () => {
    await world.deliver(inbound.outcome({ category: '__proto__' }));
    expect(Object.keys((await days())[0] ?? {})).toContain('fraud#__proto__');
  });
});
