import { median, percentile, ratio } from '../report/statistics.ts';
import type { Scenario } from '../subjects/messages.ts';
import type { Subject } from '../subjects/start-subject.ts';
import { costOf, typicalCost } from '../world/cost.ts';
import type { Cost } from '../world/cost.ts';
import { guardGroup } from '../world/link-groups.ts';
import { allowed, allowedByExemption, denied, deniedFirst, deniedInSmallShop } from '../world/seed.ts';
import { measureLongLists } from './long-lists.ts';
import { startAt } from './section.ts';
import type { Bench } from './section.ts';

interface Side {
  readonly label: string;
  readonly table: 'small' | 'large';
  readonly scenario: Scenario;
}
interface Pair {
  readonly name: string;
  readonly few: Side;
  readonly many: Side;
}

export interface GrowthFigures {
  readonly few: { readonly label: string; readonly cost: Cost; readonly p50Milliseconds: number };
  readonly many: { readonly label: string; readonly cost: Cost; readonly p50Milliseconds: number };
  readonly p50Ratio: number;
}

export interface Growth {
  readonly gate: Readonly<Record<string, GrowthFigures>>;
  /** First pages of alerts, and dashboards. */
  readonly lists: Readonly<Record<string, GrowthFigures>>;
  /** What it takes to guard all accounts of a new block's link group. */
  readonly guarding: Readonly<Record<string, Cost & { readonly seconds: number }>>;
}

const calls = 250;
const countedCalls = 9;

/** What the gate's decisions, lists and dashboard cost as there is more and more of everything. */
export async function measureGrowth(bench: Bench): Promise<Growth> {
  return { ...(await measureGate(bench)), lists: await measureLongLists(bench) };
}

async function measureGate(bench: Bench): Promise<Omit<Growth, 'lists'>> {
  const most = bench.options.full ? 5000 : 1000;
  bench.say(`link groups of 1 and ${most}`);
  const groupOf = (size: number) => guardGroup(bench.world, bench.tables.small, size);
  const [one, two, many] = [await groupOf(1), await groupOf(2), await groupOf(most)];
  const group = (size: number, scenario: Scenario): Side => ({ label: `group of ${size}`, table: 'small', scenario });
  const pairs: readonly Pair[] = [
    ...pairsOf(bench),
    { name: 'deny the root, by link group', few: group(1, one.root), many: group(most, many.root) },
    { name: 'deny a linked account, by link group', few: group(2, two.linked), many: group(most, many.linked) },
  ];
  const counting = await startBoth(bench, bench.world.proxy.url);
  const direct = await startBoth(bench);
  try {
    const costs = new Map<Side, Cost>();
    const p50s = new Map<Side, number[]>();
    for (const side of pairs.flatMap(({ few, many: other }) => [few, other])) {
      await direct[side.table].prepare(side.scenario);
      await direct[side.table].run(side.scenario.name, calls);
      costs.set(side, await countCost(bench, counting[side.table], side.scenario));
    }
    for (let round = 0; round < bench.options.rounds; round++) {
      bench.say(`growth, round ${round + 1} of ${bench.options.rounds}`);
      for (const { few, many: other } of pairs) {
        for (const side of round % 2 === 0 ? [few, other] : [other, few]) {
          const run = await direct[side.table].run(side.scenario.name, calls);
          p50s.set(side, [...(p50s.get(side) ?? []), percentile(run.milliseconds, 0.5)]);
        }
      }
    }
    const figures = (side: Side) => ({
      label: side.label,
      cost: costs.get(side) as Cost,
      p50Milliseconds: median(p50s.get(side) ?? []),
    });
    const gate = pairs.map(({ name, few, many: other }): [string, GrowthFigures] => [
      name,
      { few: figures(few), many: figures(other), p50Ratio: ratio(p50s.get(other) ?? [], p50s.get(few) ?? []) },
    ]);
    const guarding = [one, many].map((guarded, index) => [
      `group of ${[1, most][index]}`,
      { ...guarded.guarding, seconds: guarded.seconds },
    ]);
    return { gate: Object.fromEntries(gate), guarding: Object.fromEntries(guarding) as Growth['guarding'] };
  } finally {
    await Promise.all([counting, direct].flatMap(({ small, large }) => [small.close(), large.close()]));
  }
}

function pairsOf({ markers }: Bench): readonly Pair[] {
  const sides = (scenario: Scenario): Pick<Pair, 'few' | 'many'> => ({
    few: { label: `${markers.small} markers`, table: 'small', scenario },
    many: { label: `${markers.large} markers`, table: 'large', scenario },
  });
  const small = (text: string, scenario: Scenario): Side => ({ label: text, table: 'small', scenario });
  return [
    { name: 'allow, by markers', ...sides(allowed(1)) },
    { name: 'deny, by markers', ...sides(denied(1)) },
    { name: 'deny, first of a buyer, by markers', ...sides(deniedFirst) },
    {
      name: 'allow, by exemptions and blocks',
      few: small('no exemption', allowed(1)),
      many: small('100 exemptions and 100 blocks', allowedByExemption),
    },
    { name: 'deny, by blocks', few: small('1 block', deniedInSmallShop), many: small('100 blocks', denied(1)) },
  ];
}

async function startBoth(bench: Bench, tableUrl?: string): Promise<Readonly<Record<Side['table'], Subject>>> {
  const options = tableUrl === undefined ? {} : { tableUrl };
  const [small, large] = await Promise.all([
    startAt(bench, 'gate', bench.tables.small, options),
    startAt(bench, 'gate', bench.tables.large, options),
  ]);
  return { small, large };
}

/** Of one decision, asked alone. The gate's process must reach the table through the recording proxy. */
export async function countCost({ world }: Bench, gate: Subject, scenario: Scenario): Promise<Cost> {
  await gate.prepare(scenario);
  await gate.run(scenario.name, 1);
  const costs: Cost[] = [];
  for (let call = 0; call < countedCalls; call++) {
    world.proxy.take();
    await gate.run(scenario.name, 1);
    costs.push(costOf(world.proxy.take()));
  }
  return typicalCost(costs);
}
