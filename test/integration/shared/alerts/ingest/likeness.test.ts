import { describe, expect, it } from 'vitest';
import { activityRoute } from '../../../../../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../../../../../shared/activity/store.ts';
import { createRemovedBlockStore } from '../../../../../shared/block-list/removed-store.ts';
import { createPlanReader } from '../../../../../shared/table/plan-reader.ts';
import { buildAlertApis } from '../../../../builders/worlds/alert-apis.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { bestStump, featuresOf } from '../../../../builders/answers/stump.ts';
import type { Features } from '../../../../builders/answers/stump.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { hearAlerts } from '../../../../builders/worlds/heard-alerts.ts';
import type { HeardFrame } from '../../../../builders/worlds/heard-alerts.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound } from '../../../../builders/worlds/ingest-world.ts';
import type { InboundEvent } from '../../../../builders/worlds/ingest-world.ts';
import { callRoute } from '../../../../builders/worlds/seller-api.ts';
import { createDice } from '../../../../e2e/storm/dice.ts';
import type { Dice } from '../../../../e2e/storm/dice.ts';

const pairs = 120;
const amount = { value: '25.50', currency: 'USD' };
type Deliver = (...events: readonly InboundEvent[]) => Promise<void>;
type Kind = 'before' | 'masked' | 'genuine';

/** An order of the test, in the shop's own words. */
interface Placed {
  readonly kind: Kind;
  readonly orderId: string;
  readonly buyerId: string;
  readonly placedAt: number;
}

describe.each(usualEngines().slice(0, 1))('alerts through links and alerts of the risk systems on %s', (engine) => {
  const { table, clock } = useIngestShop(engine, { since: noon - 60_000 });
  const apis = () => buildAlertApis(table, clock).seller('shop');
  const at = (time: number): string => new Date(time).toISOString();

  it('look the same to a seller in every field, frame, activity and timing: a classifier only guesses', async () => {
    const dice = createDice(20_261_130);
    const world = createIngestWorld(table, clock, dice.roll);
    const ear = hearAlerts(table, clock);
    const root = buildBlock({ createdAt: noon - 1000, blockId: 'b', buyerId: 'root', scope: 'linked_user_ids' });
    const kinds = dice.shuffle(Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? 'masked' : 'genuine')));
    // What the shop has seen before: else the first would have nothing to be like.
    const all: readonly Kind[] = [...Array.from({ length: 20 }, () => 'before' as const), ...kinds];
    await world.block(root, ...all.flatMap((kind, i) => (kind === 'masked' ? [`buyer-${i}`] : [])));
    const deliver: Deliver = async (...events) => {
      for (const event of events) {
        await world.deliver(event);
        await ear.publish();
      }
    };
    const orders: Placed[] = [];
    for (const [i, kind] of all.entries()) {
      clock.time += 60_000 + dice.whole(60_000);
      const order = { kind, orderId: `o${i}`, buyerId: `buyer-${i}`, placedAt: clock.time };
      orders.push(order);
      await (kind === 'masked' ? placeMasked : placeFlagged)(order, dice, deliver);
      await goOn(order, dice, deliver, ear.publish);
    }
    const rows = await rowsOf(orders, ear.heard);
    expect(rows.every(({ features }) => (features['heard.length'] ?? 0) > 0)).toBe(true);
    const half = Math.floor(rows.length / 2);
    const { train, test, feature } = bestStump(rows.slice(0, half), rows.slice(half));
    process.stdout.write(
      `classifier: ${(100 * train).toFixed(1)} % where it learned, ${(100 * test).toFixed(1)} % elsewhere, by ${feature}\n`,
    );
    expect(test, feature).toBeLessThan(0.62);
  }, 900_000);

  const toldOf = ({ orderId, buyerId, placedAt }: Placed, status: string, updatedAt: number) =>
    inbound.order(status, 0, { orderId, buyerId, amount, createdAt: at(placedAt), updatedAt: at(updatedAt) });

  /** The gate could not stop it, and nobody flags it: so we do. */
  async function placeMasked(order: Placed, dice: Dice, deliver: Deliver): Promise<void> {
    clock.time += 200 + dice.whole(1500);
    await deliver(toldOf(order, 'UNPAID', order.placedAt));
  }

  /** Of a buyer whom nobody blocks. The risk systems learn of an order as we do, and seldom tell of it before its own event. */
  async function placeFlagged(order: Placed, dice: Dice, deliver: Deliver): Promise<void> {
    clock.time += 200 + dice.whole(1500);
    const told = toldOf(order, 'UNPAID', order.placedAt);
    const crosses = dice.roll() < 0.1;
    if (!crosses) await deliver(told);
    clock.time += dice.whole(1500);
    const flaggedAt = clock.time;
    clock.time += 150 + Math.round(400 * dice.roll() ** 2 * 10);
    await deliver(flagOf(order, flaggedAt, dice));
    if (crosses) await deliver(told);
  }

  function flagOf({ orderId, buyerId }: Placed, flaggedAt: number, dice: Dice) {
    return inbound.orderFlag(0, {
      orderId,
      buyerId,
      amount,
      reasons: ['high_risk_buyer'],
      flaggedAt: at(flaggedAt),
      ...(dice.roll() < 0.6 ? { riskScore: 40 + dice.whole(60) } : {}),
      ...(dice.roll() < 0.5 ? { respondBy: at(flaggedAt + 86_400_000) } : {}),
    });
  }

  /** What becomes of an order does not depend on who flagged it. */
  async function goOn(order: Placed, dice: Dice, deliver: Deliver, publish: () => Promise<void>): Promise<void> {
    const step = async (likely: number, what: () => Promise<unknown>): Promise<void> => {
      if (dice.roll() >= likely) return;
      clock.time += 2000 + dice.whole(8000);
      await what();
      await publish();
    };
    const alertId = alertIds.order(order.orderId);
    await step(0.5, () => deliver(toldOf(order, 'AWAITING_SHIPMENT', clock.time)));
    await step(0.2, () => deliver(flagOf(order, clock.time, dice)));
    await step(0.2, () => apis().cancel(alertId));
    await step(0.1, () =>
      deliver(inbound.withdrawal(0, { subject: { type: 'order', id: order.orderId }, withdrawnAt: at(clock.time) })),
    );
    await step(0.3, () => deliver(toldOf(order, dice.pick(['CANCELLED', 'IN_TRANSIT']), clock.time)));
  }

  /** What a seller can read of each alert: itself, its activity, its tags, and the frames that they heard of it. */
  async function rowsOf(
    orders: readonly Placed[],
    heard: readonly HeardFrame[],
  ): Promise<{ features: Features; isMasked: boolean }[]> {
    const seller = apis();
    const activities = await activitiesByAlert();
    const rows = [];
    for (const { kind, orderId, placedAt } of orders) {
      if (kind === 'before') continue;
      const alertId = alertIds.order(orderId);
      const { body, headers } = await seller.get(alertId);
      const revisions = heard.flatMap(({ frame: { data } }) => (data['alertId'] === alertId ? [data['revision']] : []));
      // Each is told of: one that is not would say that something has happened in secret.
      expect(revisions).toEqual(Array.from({ length: Number(body['revision']) }, (_, index) => index + 1));
      const features = featuresOf({
        alert: body,
        placedAt: at(placedAt),
        told: activities.get(alertId) ?? [],
        heard: framesOf(alertId, placedAt, heard),
        tagLength: String(headers['etag']).length,
      });
      rows.push({ features, isMasked: kind === 'masked' });
    }
    return rows;
  }

  /** Which, when, how large, behind how many others. */
  function framesOf(alertId: string, placedAt: number, heard: readonly HeardFrame[]) {
    let [before, last] = [placedAt, 0];
    return heard.flatMap(({ frame, bytes, heardAt }, place) => {
      if (frame.data['alertId'] !== alertId) return [];
      const { cursor: _cursor, ...rest } = frame;
      const one = {
        ...rest,
        bytes,
        waited: heardAt - before,
        lag: heardAt - Date.parse(frame.at),
        ...(last === 0 ? {} : { between: place - last }),
      };
      [before, last] = [heardAt, place];
      return [one];
    });
  }

  async function activitiesByAlert(): Promise<ReadonlyMap<string, readonly object[]>> {
    const activities = new Map<string, object[]>();
    const route = activityRoute({
      reader: createPlanReader(table),
      clock,
      store: createActivityStore(table),
      removed: createRemovedBlockStore(table),
    });
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const { body } = await callRoute(route, {
        path: '/v1/shops/shop/activity',
        pathParameters: { shopId: 'shop' },
        claims: { sub: 'ann', shops: 'shop:owner', scope: 'ssc/seller' },
        query: { limit: '100', ...(cursor === '' ? {} : { cursor }) },
      });
      for (const item of body['items'] as { details: { alertId?: string } }[]) {
        const about = item.details.alertId ?? '';
        activities.set(about, [...(activities.get(about) ?? []), item]);
      }
      cursor = body['nextCursor'] as string | undefined;
    }
    return activities;
  }
});
