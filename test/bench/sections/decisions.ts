import type { Run, Scenario } from '../subjects/messages.ts';
import { median, percentile, ratio } from '../report/statistics.ts';
import { allowed, denied, deniedAgain } from '../world/seed.ts';
import type { Subject } from '../subjects/start-subject.ts';
import { type Bench, startAt, type SubjectName, subjectNames } from './section.ts';

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
  /** CPU of one denial that is recorded, and of one whose stop is on record, to that of one allowance; of 50 checks, to that of one. */
  readonly denialToAllowance: number;
  readonly repeatedDenialToAllowance: number;
  readonly fiftyToOne: number;
}

/** Calls a round: enough for a 99th percentile where one is promised. */
const plan: readonly { readonly scenario: Scenario; readonly calls: number }[] = [
  { scenario: allowed(1), calls: 1000 },
  { scenario: allowed(10), calls: 200 },
  { scenario: allowed(50), calls: 100 },
  { scenario: denied(1), calls: 400 },
  { scenario: deniedAgain, calls: 400 },
  { scenario: denied(10), calls: 120 },
  { scenario: denied(50), calls: 60 },
];

/** Of the calls of one round. */
type Round = Figures & { readonly degraded: number };
type Rounds = Map<string, Round[]>;

/** A round's calls are shared out, so that a disturbance meets all subjects alike. */
const turnsARound = 4;

/** CPU and latency of one decision, of floor, gate and stock gate, by turns. */
export async function measureDecisions(bench: Bench): Promise<Decisions> {
  const subjects = await Promise.all(subjectNames.map((name) => startAt(bench, name, bench.tables.small)));
  const rounds: Rounds = new Map();
  try {
    for (const { scenario } of plan) await eachSubject(subjects, scenario, 0, (one) => one.prepare(scenario));
    // Until nothing is left to compile.
    for (const { scenario, calls } of [...plan.slice(0, 1), ...plan])
      await eachSubject(subjects, scenario, 0, async (one) => void (await one.run(scenario.name, calls)));
    for (let round = 0; round < bench.options.rounds; round++) {
      bench.say(`decisions, round ${round + 1} of ${bench.options.rounds}`);
      for (const { scenario, calls } of plan) await measureRound(subjects, scenario, calls, round, rounds);
    }
  } finally {
    await Promise.all(subjects.map((one) => one.close()));
  }
  return toDecisions(rounds);
}

async function measureRound(
  subjects: readonly Subject[],
  scenario: Scenario,
  calls: number,
  round: number,
  rounds: Rounds,
): Promise<void> {
  const runs = new Map<SubjectName, Run[]>();
  for (let turn = 0; turn < turnsARound; turn++) {
    await eachSubject(subjects, scenario, round + turn, async (one, name) => {
      const run = await one.run(scenario.name, calls / turnsARound);
      if (run.wrong > 0) throw new Error(`${name} decided ${run.wrong} orders wrongly: ${scenario.name}`);
      runs.set(name, [...(runs.get(name) ?? []), run]);
    });
  }
  for (const [name, some] of runs) {
    const milliseconds = some.flatMap((run) => run.milliseconds);
    const sum = (part: 'cpuMicroseconds' | 'degraded') => some.reduce((total, run) => total + run[part], 0);
    const key = keyOf(scenario.name, name);
    const figures = {
      cpuMicroseconds: sum('cpuMicroseconds') / some.length,
      p50Milliseconds: percentile(milliseconds, 0.5),
      p99Milliseconds: percentile(milliseconds, 0.99),
      degraded: sum('degraded'),
    };
    rounds.set(key, [...(rounds.get(key) ?? []), figures]);
  }
}

const keyOf = (scenario: string, subject: SubjectName): string => `${subject}: ${scenario}`;

/** In another order each round, so that none always follows the same one. */
async function eachSubject(
  subjects: readonly Subject[],
  { decision }: Scenario,
  round: number,
  act: (subject: Subject, name: SubjectName) => Promise<void>,
): Promise<void> {
  for (let turn = 0; turn < subjects.length; turn++) {
    const index = (turn + round) % subjects.length;
    const [subject, name] = [subjects[index], subjectNames[index]];
    if (subject && name && !(name === 'floor' && decision === 'deny')) await act(subject, name);
  }
}

function toDecisions(runs: ReadonlyMap<string, readonly Round[]>): Decisions {
  const valuesOf = (scenario: string, name: SubjectName, measure: Measure) =>
    (runs.get(keyOf(scenario, name)) ?? []).map((run) => run[measure]);
  const figures = (figure: (measure: Measure) => number) =>
    Object.fromEntries(measures.map((measure) => [measure, figure(measure)])) as Figures;
  const between = (scenario: string, above: SubjectName, below: SubjectName) =>
    figures((measure) => ratio(valuesOf(scenario, above, measure), valuesOf(scenario, below, measure)));
  const scenarios = plan.map(({ scenario: { name, decision } }): [string, DecisionFigures] => {
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
  const cpu = (scenario: string) => valuesOf(scenario, 'gate', 'cpuMicroseconds');
  return {
    scenarios: Object.fromEntries(scenarios),
    denialToAllowance: ratio(cpu('deny 1'), cpu('allow 1')),
    repeatedDenialToAllowance: ratio(cpu(deniedAgain.name), cpu('allow 1')),
    fiftyToOne: ratio(cpu('allow 50'), cpu('allow 1')),
  };
}
