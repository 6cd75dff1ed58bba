import { describe, expect, it } from 'vitest';
import { activityRoute } from '../../../../../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../../../../../shared/activity/store.ts';
import { createPlanReader } from '../../../../../shared/table/plan-reader.ts';
import { buildAlertApis } from '../../../../builders/worlds/alert-apis.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { bestStump, featuresOf } from '../../../../builders/answers/stump.ts';
import type { Features } from '../../../../builders/answers/stump.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound } from '../../../../builders/worlds/ingest-world.ts';
import { callRoute } from '../../../../builders/worlds/seller-api.ts';
import { createDice } from '../../../../e2e/storm/dice.ts';

const pairs = 120;

describe.each(usualEngines().slice(0, 1))('alerts through links and alerts of the risk systems on %s', (engine) => {
  const { table, clock } = useIngestShop(engine, { since: noon - 60_000 });

  it('look the same to a seller in every field, activity and timing: a classifier only guesses', async () => {
    const dice = createDice(20_261_130);
    const world = createIngestWorld(table, clock, dice.roll);
    const root = buildBlock({ createdAt: noon - 1000, blockId: 'b', buyerId: 'root', scope: 'linked_user_ids' });
    const amount = { value: '25.50', currency: 'USD' };
    const kinds = dice.shuffle(Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? 'masked' : 'genuine')));
    // What the shop has seen before: else the first would have nothing to be like.
    const all = [...Array.from({ length: 20 }, () => 'before'), ...kinds];
    await world.block(root, ...all.map((_, i) => `buyer-${i}`));
    for (const [i, kind] of all.entries()) {
      clock.time += 60_000 + dice.whole(60_000);
      const placedAt = clock.time;
      const own = { orderId: `o${i}`, buyerId: `buyer-${i}`, amount, createdAt: new Date(placedAt).toISOString() };
      clock.time += 200 + dice.whole(1500);
      if (kind === 'masked') {
        await world.deliver({ ...inbound.order('UNPAID', 0, { ...own, updatedAt: own.createdAt }) });
        continue;
      }
      const flaggedAt = clock.time;
      clock.time += 150 + Math.round(400 * dice.roll() ** 2 * 10);
      const { createdAt: _, ...about } = own;
      await world.deliver(
        inbound.orderFlag(0, {
          ...about,
          reasons: ['high_risk_buyer'],
          flaggedAt: new Date(flaggedAt).toISOString(),
          ...(dice.roll() < 0.6 ? { riskScore: 40 + dice.whole(60) } : {}),
          ...(dice.roll() < 0.5 ? { respondBy: new Date(flaggedAt + 86_400_000).toISOString() } : {}),
        }),
      );
      // A genuine one's order is told of as well, and lies inside the block as well.
      await world.deliver(inbound.order('UNPAID', 0, { ...own, updatedAt: own.createdAt }));
    }
    const rows = await rowsOf(all);
    const half = Math.floor(rows.length / 2);
    const { train, test, feature } = bestStump(rows.slice(0, half), rows.slice(half));
    process.stdout.write(
      `classifier: ${(100 * train).toFixed(1)} % where it learned, ${(100 * test).toFixed(1)} % elsewhere, by ${feature}\n`,
    );
    expect(test, feature).toBeLessThan(0.62);
  }, 900_000);

  async function rowsOf(all: readonly string[]): Promise<{ features: Features; isMasked: boolean }[]> {
    const seller = buildAlertApis(table, clock).seller('shop');
    const activities = new Map<string, object[]>();
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const { body } = await callRoute(
        activityRoute({ reader: createPlanReader(table), clock, store: createActivityStore(table) }),
        {
          path: '/v1/shops/shop/activity',
          pathParameters: { shopId: 'shop' },
          claims: { sub: 'ann', shops: 'shop:owner', scope: 'ssc/seller' },
          query: { limit: '100', ...(cursor === '' ? {} : { cursor }) },
        },
      );
      for (const item of body['items'] as { details: { alertId?: string } }[]) {
        const about = item.details.alertId ?? '';
        activities.set(about, [...(activities.get(about) ?? []), item]);
      }
      cursor = body['nextCursor'] as string | undefined;
    }
    const rows = [];
    for (const [i, kind] of all.entries()) {
      if (kind === 'before') continue;
      const alertId = alertIds.order(`o${i}`);
      const { body, headers } = await seller.get(alertId);
      const told = activities.get(alertId) ?? [];
      const features = featuresOf({ alert: body, told, tags: String(headers['etag']).split('.')[1] });
      rows.push({ features, isMasked: kind === 'masked' });
    }
    return rows;
  }
});
