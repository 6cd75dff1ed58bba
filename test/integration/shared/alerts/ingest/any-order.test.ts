import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAlert } from '../../../../../shared/alerts/items.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { alertIdOf } from '../../../../../shared/alerts/alert-id.ts';
import { waiverKey } from '../../../../../shared/table/keys.ts';
import { buildAlertApis, totalsOfShop } from '../../../../builders/worlds/alert-apis.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { inbound } from '../../../../builders/worlds/ingest-world.ts';
import type { InboundEvent } from '../../../../builders/worlds/ingest-world.ts';
import { scanPrefix } from '../../../../builders/items/partitions.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { readItem } from '../../../../builders/items/table-items.ts';

/** All orders in which some things can happen. */
function permutations<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

describe('events about one order, in any order of arrival', () => {
  const { table, clock, world } = useIngestShop('dynoxide', { since: noon - 60_000 });
  const ann = buildAlertApis(table, clock).seller('shop');
  const idOf = (orderId: string) => alertIdOf('shop', 'security_alert_order', { type: 'order', id: orderId });
  let orders = 0;
  const newOrder = () => `order-${++orders}`;

  /** What must hold of a shop whatever has happened. */
  async function checkBooks(): Promise<void> {
    const alerts = (await scanPrefix(table, 'ALERT#'))
      .map((item) => toAlert(item))
      .filter((alert) => alert !== undefined);
    const expected: Record<string, number> = {};
    const add = (name: string) => (expected[name] = (expected[name] ?? 0) + 1);
    for (const { status, kind } of alerts)
      if (status === 'open' || status === 'action_requested') add(`${status}#${kind}`);
    for (const { status } of await scanPrefix(table, 'WAIVER#')) add(`waivers#${String(status)}`);
    expect(await totalsOfShop(table, 'shop')).toEqual(expected);
    expect((await eventsOf(table, 'shop', 'Alert Raised')).length).toBe(alerts.length);
    const steps = alerts.reduce((sum, { revision }) => sum + revision - 1, 0);
    expect((await eventsOf(table, 'shop', 'Alert Changed')).length).toBe(steps);
    expect(((await world.history())['alerts'] as number | undefined) ?? 0).toBe(alerts.length);
  }

  const about = (orderId: string) => {
    const subject = { type: 'order', id: orderId };
    return {
      flag: (at: number) => inbound.orderFlag(at, { orderId, reasons: [`seen_at_${at}`] }),
      withdrawal: (at: number) => inbound.withdrawal(at, { subject }),
      order: (status: string, at: number) => inbound.order(status, at, { orderId }),
    };
  };
  type About = ReturnType<typeof about>;

  it.each<[string, (tell: About) => readonly InboundEvent[], readonly Alert['status'][]]>([
    [
      'flags, and a withdrawal between them',
      (o) => [o.flag(1), o.withdrawal(2), o.flag(3), o.order('UNPAID', 0)],
      ['open'],
    ],
    [
      'flags, and a withdrawal of all',
      (o) => [o.flag(1), o.flag(2), o.withdrawal(3), o.order('UNPAID', 0)],
      ['withdrawn'],
    ],
    [
      'flags, and an order that is shipped',
      (o) => [o.flag(1), o.flag(2), o.order('UNPAID', 0), o.order('IN_TRANSIT', 4)],
      ['expired'],
    ],
    // Flagged again behind a cancellation, or not before it was taken back: which end came first is what the alert tells.
    [
      'a flag that is withdrawn, and a cancellation',
      (o) => [o.flag(1), o.withdrawal(2), o.order('UNPAID', 0), o.order('CANCELLED', 4)],
      ['withdrawn', 'resolved'],
    ],
  ])('%s end alike', async (_, eventsOfOrder, ends) => {
    const seen = new Set<string>();
    for (const index of permutations([0, 1, 2, 3])) {
      const orderId = newOrder();
      const events = eventsOfOrder(about(orderId));
      await world.deliver(...index.flatMap((one) => events[one] ?? []));
      const alert = await world.alert(idOf(orderId));
      seen.add(alert?.status ?? 'none');
      // Whatever is delivered again by then changes nothing.
      await world.deliver(...events);
      expect(await world.alert(idOf(orderId))).toEqual(alert);
    }
    expect([...seen].toSorted()).toEqual([...ends].toSorted());
    await checkBooks();
  });

  it('answers to a request: the first one counts for the waiver, and every one ends the wait', async () => {
    for (const order of permutations(['refused', 'cancelled', 'withdrawn', 'flagged'] as const)) {
      clock.time = noon + 10_000;
      const orderId = newOrder();
      const tell = about(orderId);
      await world.deliver(tell.order('UNPAID', 0), tell.flag(1));
      expect((await ann.cancel(idOf(orderId))).status).toBe(202);
      clock.advance(2000);
      const answers = {
        refused: inbound.cancellationRefused({ orderId }),
        cancelled: tell.order('CANCELLED', 20),
        withdrawn: tell.withdrawal(15),
        flagged: tell.flag(14),
      };
      const events = order.map((name) => answers[name]);
      await world.deliver(...events);
      const answered = await world.alert(idOf(orderId));
      await world.deliver(...events);
      expect(await world.alert(idOf(orderId))).toEqual(answered);
      const confirmedFirst = order.indexOf('cancelled') < order.indexOf('refused');
      const waiver = await readItem(table, waiverKey('shop', 'order', orderId));
      expect([order, waiver?.['status']]).toEqual([order, confirmedFirst ? 'granted' : 'void']);
      const { status, lastAction } = (await world.alert(idOf(orderId))) ?? {};
      expect([order, lastAction?.outcome]).toEqual([order, confirmedFirst ? 'confirmed' : 'refused']);
      expect(confirmedFirst ? ['resolved'] : ['resolved', 'withdrawn', 'expired'], order.join()).toContain(status);
    }
    await checkBooks();
  });

  const happenings = fc.record({
    flags: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    withdrawals: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    statuses: fc.subarray(['UNPAID', 'ON_HOLD', 'AWAITING_SHIPMENT', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED']),
    isBlocked: fc.boolean(),
    /** How many are delivered twice: a second delivery can make good what the first one did wrong. */
    again: fc.integer({ min: 0, max: 4 }),
    seed: fc.integer({ min: 0, max: 1 << 30 }),
  });

  it.each([false, true])('whatever happens, the newest of each decides; all at once: %s', async (atOnce) => {
    const { buyerId: root, ...block } = buildBlock({ createdAt: noon - 1000 });
    await world.block({ ...block, buyerId: root }, 'buyer-1');
    await fc.assert(
      fc.asyncProperty(happenings, async ({ flags, withdrawals, statuses, isBlocked, again, seed }) => {
        const orderId = newOrder();
        // Only orders that were placed in the block's time lie inside it.
        const placed = isBlocked ? {} : { createdAt: new Date(noon - 3600_000).toISOString() };
        const told = [
          ...flags.map((at) => inbound.orderFlag(at, { orderId, reasons: [`seen_at_${at}`] })),
          ...withdrawals.map((at) => inbound.withdrawal(at, { subject: { type: 'order', id: orderId } })),
          ...statuses.map((status, at) => inbound.order(status, at, { orderId, ...placed })),
        ];
        const arrivals = shuffled([...told, ...told.slice(0, again)], seed);
        if (atOnce) await world.deliverAtOnce(...arrivals);
        else await world.deliver(...arrivals);

        const alert = await world.alert(idOf(orderId));
        const newest = Math.max(...flags);
        const isWithdrawn = withdrawals.some((at) => at >= newest);
        const isInside = isBlocked && statuses.length > 0;
        const final = statuses.at(-1);
        if (final === 'IN_TRANSIT' || final === 'DELIVERED' || final === 'CANCELLED') {
          expect(['expired', 'withdrawn', 'resolved']).toContain(alert?.status);
          return;
        }
        expect(alert?.status).toBe(isWithdrawn && !isInside ? 'withdrawn' : 'open');
        const theirs = alert?.reasons.filter((reason) => reason !== 'order_inside_block');
        expect(alert?.reasons.includes('order_inside_block')).toBe(isInside);
        if (!isWithdrawn) expect(theirs?.[0]).toBe(`seen_at_${newest}`);
        if (isWithdrawn && isInside) expect(theirs).toEqual([]);
      }),
      { numRuns: 30 },
    );
    await checkBooks();
  });
});

/** In an order that follows from the seed. */
function shuffled<One>(all: readonly One[], seed: number): readonly One[] {
  let state = seed + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return all
    .map((one) => ({ one, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
