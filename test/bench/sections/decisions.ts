import type { Run, Scenario } from '../subjects/messages.ts';
import { median, percentile, ratio } from '../report/statistics.ts';
import { pseudoRandom } from '../world/pseudo-random.ts';
import { allowed, allowedByExemption, denied, deniedAgain, deniedFirst } from '../world/seed.ts';
import type { Subject } from '../subjects/start-subject.ts';
import { measureAtDistance } from './denials-at-distance.ts';
import type { AtDistance } from './denials-at-distance.ts';
import { startAt, subjectNames } from './section.ts';
import type { Bench, SubjectName } from './section.ts';

const measures = ['cpuMicroseconds', 'p50Milliseconds', 'p99Milliseconds'] as const;
type Measure = (typeof measures)[number];
type Figures = Readonly<Record<Measure, number>>;

export interface DecisionFigures {
  /** Medians of the rounds; the floor reads the markers and nothing more, so it has no denial. */
  readonly subjects: Readonly<Partial<Record<SubjectName, Figures>>>;
  readonly gateToFloor?: Figures;
  readonly gateToStock: Figures;
  /** Answers of the gate that came too late to be sure, of all that were measured. */
  readonly degraded: number;
}

export interface Decisions {
  readonly scenarios: Readonly<Record<string, DecisionFigures>>;
  /** CPU of a denial of somebody seen before, for another checkout, to that of two calls of the floor: one reads, one sends. */
  readonly denialToTwoCalls: number;
  /** Of one denial to one allowance: of a buyer whom this process has stopped before, with a new checkout or the same one, and of any other. */
  readonly denialToAllowance: Readonly<Record<DenialName, Figures>>;
  readonly atDistance: AtDistance & { readonly toAllowance: Readonly<Record<DenialName, number>> };
  /** Of an allowance of an exempt buyer, whom a linked block would stop, in a shop with 100 of each, to any other. */
  readonly exemptToAllowance: Figures;
  /** CPU of 50 checks to that of one. */
  readonly fiftyToOne: number;
}

const denials = { seenBefore: denied(1), again: deniedAgain, first: deniedFirst } as const;
export type DenialName = keyof typeof denials;

interface Share {
  readonly scenario: Scenario;
  /** Calls a turn: so few that whatever disturbs the machine meets all alike. */
  readonly calls: number;
  /** Takes part in each turn, or in one of so many. */
  readonly every: number;
  /** Others know nothing of it. */
  readonly ofGateAlone?: true;
}
const plan: readonly Share[] = [
  { scenario: allowed(1), calls: 5, every: 1 },
  { scenario: allowed(10), calls: 2, every: 4 },
  { scenario: allowed(50), calls: 1, every: 4 },
  ...Object.values(denials).map((scenario) => ({ scenario, calls: 5, every: 4 })),
  { scenario: allowedByExemption, calls: 5, every: 4, ofGateAlone: true },
  { scenario: denied(10), calls: 1, every: 4 },
  { scenario: denied(50), calls: 1, every: 8 },
];
/** Enough for a 99th percentile where one is promised: 2,000 allowances a round. */
const turnsARound = 400;
/** Until nothing is left to compile. */
const callsToWarmUp = 500;

/** Of the calls of one round. */
type Round = Figures & { readonly degraded: number };
type Rounds = Map<string, Round[]>;

/** CPU and latency of one decision, of floor, gate and stock gate, by turns. */
export async function measureDecisions(bench: Bench): Promise<Decisions> {
  const subjects = await Promise.all(subjectNames.map((name) => startAt(bench, name, bench.tables.small)));
  const rounds: Rounds = new Map();
  const chance = pseudoRandom();
  try {
    for (const { one, scenario } of inAnyOrder(subjects, plan, chance)) {
      await one.prepare(scenario);
      await one.run(scenario.name, callsToWarmUp);
    }
    for (let round = 0; round < bench.options.rounds; round++) {
      bench.say(`decisions, round ${round + 1} of ${bench.options.rounds}`);
      await measureRound(subjects, chance, rounds);
    }
  } finally {
    await Promise.all(subjects.map((one) => one.close()));
  }
  return { ...toDecisions(rounds), atDistance: await measureAtDistance(bench, denials) };
}

async function measureRound(subjects: readonly Subject[], chance: () => number, rounds: Rounds): Promise<void> {
  const runs = new Map<string, Run[]>();
  for (let turn = 0; turn < turnsARound; turn++) {
    const shares = plan.filter(({ every }) => turn % every === 0);
    for (const { one, name, scenario, calls } of inAnyOrder(subjects, shares, chance)) {
      const run = await one.run(scenario.name, calls);
      if (run.wrong > 0) throw new Error(`${name} decided ${run.wrong} orders wrongly: ${scenario.name}`);
      append(runs, keyOf(scenario.name, name), run);
    }
  }
  for (const [key, some] of runs) append(rounds, key, toRound(some));
}

function toRound(runs: readonly Run[]): Round {
  const milliseconds = runs.flatMap((run) => run.milliseconds);
  const sum = (part: 'cpuMicroseconds' | 'degraded') => runs.reduce((total, run) => total + run[part], 0);
  return {
    cpuMicroseconds: sum('cpuMicroseconds') / runs.length,
    p50Milliseconds: percentile(milliseconds, 0.5),
    p99Milliseconds: percentile(milliseconds, 0.99),
    degraded: sum('degraded'),
  };
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const keyOf = (scenario: string, subject: SubjectName): string => `${subject}: ${scenario}`;

/** Who takes part with what, shuffled, so that none always follows the same one. */
function inAnyOrder(subjects: readonly Subject[], shares: readonly Share[], chance: () => number) {
  return shares
    .flatMap((share) =>
      subjects.map((one, index) => ({ ...share, one, name: subjectNames[index] ?? 'floor', place: chance() })),
    )
    .filter(({ name, scenario, ofGateAlone }) =>
      ofGateAlone ? name === 'gate' : !(name === 'floor' && scenario.decision === 'deny'),
    )
    .toSorted((a, b) => a.place - b.place);
}

function toDecisions(runs: ReadonlyMap<string, readonly Round[]>): Omit<Decisions, 'atDistance'> {
  const valuesOf = (scenario: string, name: SubjectName, measure: Measure) =>
    (runs.get(keyOf(scenario, name)) ?? []).map((run) => run[measure]);
  const figures = (figure: (measure: Measure) => number) =>
    Object.fromEntries(measures.map((measure) => [measure, figure(measure)])) as Figures;
  const between = (scenario: string, above: SubjectName, below: SubjectName) =>
    figures((measure) => ratio(valuesOf(scenario, above, measure), valuesOf(scenario, below, measure)));
  const compared = plan.filter(({ ofGateAlone }) => !ofGateAlone);
  const scenarios = compared.map(({ scenario: { name, decision } }): [string, DecisionFigures] => {
    const present = subjectNames.filter((subject) => runs.has(keyOf(name, subject)));
    const medians = present.map((subject) => [subject, figures((measure) => median(valuesOf(name, subject, measure)))]);
    return [
      name,
      {
        subjects: Object.fromEntries(medians) as DecisionFigures['subjects'],
        ...(decision === 'allow' ? { gateToFloor: between(name, 'gate', 'floor') } : {}),
        gateToStock: between(name, 'gate', 'stock'),
        degraded: (runs.get(keyOf(name, 'gate')) ?? []).reduce((sum, run) => sum + run.degraded, 0),
      },
    ];
  });
  const toAllowance = (scenario: Scenario) =>
    figures((measure) => ratio(valuesOf(scenario.name, 'gate', measure), valuesOf('allow 1', 'gate', measure)));
  const cpu = (scenario: string) => valuesOf(scenario, 'gate', 'cpuMicroseconds');
  return {
    scenarios: Object.fromEntries(scenarios),
    denialToTwoCalls: ratio(
      cpu(denials.seenBefore.name),
      valuesOf('allow 1', 'floor', 'cpuMicroseconds').map((one) => 2 * one),
    ),
    denialToAllowance: {
      seenBefore: toAllowance(denials.seenBefore),
      again: toAllowance(denials.again),
      first: toAllowance(denials.first),
    },
    exemptToAllowance: toAllowance(allowedByExemption),
    fiftyToOne: ratio(cpu('allow 50'), cpu('allow 1')),
  };
}
