import { findBuyerRoute } from '../../../shared/buyers/routes.ts';
import { changeLinkGroup } from '../../../shared/links/change-link-group.ts';
import { createLinkStore } from '../../../shared/links/store.ts';
import { buildClock } from '../../builders/clock.ts';
import { knowBuyer } from '../../builders/known-buyer.ts';
import { type Answer, buildApis, callRoute } from '../../builders/seller-api.ts';
import { type Cost, costOf, typicalCost } from '../world/cost.ts';
import { allowed, denied, shop as seededShop } from '../world/seed.ts';
import { tableAt } from '../world/start-world.ts';
import { countCost } from './growth.ts';
import { type Least, leastCosts, type Operation } from './least.ts';
import { type Bench, startAt } from './section.ts';

export interface OperationCost extends Cost {
  readonly least: Least;
}
export type Operations = Readonly<Partial<Record<Operation, OperationCost>>>;

const shop = '7494049642642441621';
const samples = 5;
/** The buyers of sample 0, 1, …, and one whom the lookups find; all in one link group. */
const buyerOf = (sample: number): string => `70214368102304${sample}`;
const buyer = buyerOf(samples);

/** Round trips and consumed capacity of each operation, as recorded, with an `Idempotency-Key` where one is taken. */
export async function measureOperations(bench: Bench): Promise<Operations> {
  bench.say('operations');
  const table = tableAt(bench.world.proxy.url, bench.tables.small);
  const clock = buildClock(Date.now());
  const { seller, ops } = buildApis(table, clock);
  const ann = seller(shop);
  await ops.set(shop, { quotas: { blocks: 100, newBlocksPerDay: 100 } });
  const everybody = Array.from({ length: samples + 1 }, (_, sample) => buyerOf(sample));
  for (const one of everybody) await knowBuyer(table, one, shop);
  await changeLinkGroup(createLinkStore(table), clock, { groupId: 'group', buyerIds: everybody, revision: 1 });
  const find = (query: Record<string, string>) =>
    callRoute(findBuyerRoute({ table, clock }), {
      path: `/v1/shops/${shop}/buyers`,
      pathParameters: { shopId: shop },
      claims: { sub: 'ann', shops: `${shop}:owner`, scope: 'ssc/seller' },
      query,
    });
  const linked = { scope: 'linked_user_ids' };
  const found = new Map<Operation, Cost>();
  const count = async (name: Operation, act: (sample: number) => Promise<Answer>) => {
    const costs: Cost[] = [];
    for (let sample = 0; sample < samples; sample++) {
      bench.world.proxy.take();
      const { status, body } = await act(sample);
      if (status >= 300) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
      costs.push(costOf(bench.world.proxy.take()));
    }
    found.set(name, typicalCost(costs));
  };
  await count('grant access', (sample) => ops.set(`7494049642642441${sample}`));
  await count('read access', () => ann.access());
  await count('find buyer by username', () => find({ username: `name-${buyer}` }));
  await count('find buyer by order', () => find({ orderId: `order-of-${buyer}` }));
  await count('add block', (sample) => ann.add(buyerOf(sample), {}, `add-${sample}`));
  await count('get block', (sample) => ann.get(buyerOf(sample)));
  await count('extend block', (sample) => {
    clock.advance(1000);
    return ann.extend(buyerOf(sample), { duration: '90_days' }, `extend-${sample}`);
  });
  await count('remove block', (sample) => ann.remove(buyerOf(sample), `remove-${sample}`));
  await count('add block, linked', (sample) => ann.add(buyerOf(sample), linked, `linked-${sample}`));
  await count('list 20 blocks', () => seller(seededShop(0)).list({ limit: '20' }));
  table.client.destroy();

  const gate = await startAt(bench, 'gate', bench.tables.small, { tableUrl: bench.world.proxy.url });
  try {
    found.set('gate: allow', await countCost(bench, gate, allowed(1)));
    found.set('gate: deny', await countCost(bench, gate, denied(1)));
    found.set('gate: allow 50', await countCost(bench, gate, allowed(50)));
    found.set('gate: deny 50 in 10 shops', await countCost(bench, gate, denied(50)));
  } finally {
    await gate.close();
  }
  return Object.fromEntries([...found].map(([name, cost]) => [name, { ...cost, least: leastCosts[name] }]));
}
