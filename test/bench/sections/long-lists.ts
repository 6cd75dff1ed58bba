import { dashboardRoute } from '../../../shared/dashboard/routes.ts';
import { createDashboardStore } from '../../../shared/dashboard/store.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import type { Table } from '../../../shared/table/client.ts';
import { buildAlertApis } from '../../builders/worlds/alert-apis.ts';
import { buildClock } from '../../builders/fakes/clock.ts';
import { callRoute } from '../../builders/worlds/seller-api.ts';
import { median, percentile, ratio } from '../report/statistics.ts';
import { costOf, typicalCost } from '../world/cost.ts';
import type { Cost } from '../world/cost.ts';
import { fillShop } from '../world/many-alerts.ts';
import { tableAt } from '../world/start-world.ts';
import type { GrowthFigures } from './growth.ts';
import type { Bench } from './section.ts';

const tableName = 'bench-alerts';
const shops = { few: { shopId: 'few', alerts: 100 }, many: { shopId: 'all', alerts: 100_000 } } as const;
const calls = 25;
const countedCalls = 5;

/** Reads of a shop, by their names. */
type Reads = Readonly<Record<string, (shopId: string) => Promise<{ readonly status: number }>>>;

/** What a first page of alerts and the dashboard cost a shop with 100 alerts, and one with 100,000. */
export async function measureLongLists(bench: Bench): Promise<Readonly<Record<string, GrowthFigures>>> {
  const { world, say, options } = bench;
  await world.createTable(tableName);
  const [direct, counted] = [tableAt(world.engineUrl, tableName), tableAt(world.proxy.url, tableName)];
  try {
    for (const { shopId, alerts } of Object.values(shops)) {
      say(`${alerts} alerts`);
      await fillShop(direct, shopId, alerts);
    }
    const costs = await costsOf(bench, readsOf(counted));
    const reads = Object.entries(readsOf(direct));
    const p50s = new Map(reads.map(([name]) => [name, { few: [] as number[], many: [] as number[] }]));
    for (let round = 0; round < options.rounds; round++) {
      if (round === 0) say('lists and dashboard');
      for (const [name, read] of reads) {
        for (const side of round % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const))
          p50s.get(name)?.[side].push(await medianTime(() => read(shops[side].shopId)));
      }
    }
    return Object.fromEntries(
      reads.map(([name]): [string, GrowthFigures] => {
        const times = p50s.get(name) ?? { few: [], many: [] };
        const figures = (side: 'few' | 'many') => ({
          label: `${shops[side].alerts} alerts`,
          cost: costs[`${name}, ${side}`] as Cost,
          p50Milliseconds: median(times[side]),
        });
        return [name, { few: figures('few'), many: figures('many'), p50Ratio: ratio(times.many, times.few) }];
      }),
    );
  } finally {
    direct.client.destroy();
    counted.client.destroy();
  }
}

function readsOf(table: Table): Reads {
  const clock = buildClock();
  const apis = buildAlertApis(table, clock);
  const dashboard = dashboardRoute({ reader: createPlanReader(table), clock, store: createDashboardStore(table) });
  const ask = (shopId: string, days: string) =>
    callRoute(dashboard, {
      path: `/v1/shops/${shopId}/dashboard`,
      pathParameters: { shopId },
      claims: { sub: 'ann', shops: `${shopId}:viewer`, scope: 'ssc/seller' },
      query: { days },
    });
  const list = (shopId: string, query: Record<string, string>) => apis.seller(shopId).list(query);
  return {
    'first page of alerts': (shopId) => list(shopId, {}),
    'first page of open alerts': (shopId) => list(shopId, { status: 'open' }),
    'first page of fraud outcomes': (shopId) => list(shopId, { kind: 'fraud_outcome' }),
    'dashboard of a week': (shopId) => ask(shopId, '7'),
    'dashboard of 90 days': (shopId) => ask(shopId, '90'),
  };
}

async function costsOf({ world }: Bench, reads: Reads): Promise<Readonly<Record<string, Cost>>> {
  const costs: Record<string, Cost> = {};
  for (const [name, read] of Object.entries(reads)) {
    for (const side of ['few', 'many'] as const) {
      const found: Cost[] = [];
      for (let call = 0; call < countedCalls; call++) {
        world.proxy.take();
        const { status } = await read(shops[side].shopId);
        if (status !== 200) throw new Error(`${name}: ${status}`);
        found.push(costOf(world.proxy.take()));
      }
      costs[`${name}, ${side}`] = typicalCost(found);
    }
  }
  return costs;
}

async function medianTime(act: () => Promise<unknown>): Promise<number> {
  const milliseconds: number[] = [];
  for (let call = 0; call < calls; call++) {
    const started = performance.now();
    await act();
    milliseconds.push(performance.now() - started);
  }
  return percentile(milliseconds, 0.5);
}
