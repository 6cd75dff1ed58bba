import { type EngineProxy, startEngineProxy } from '../../builders/engine-proxy.ts';
import { percentile } from '../report/statistics.ts';
import type { Run } from '../subjects/messages.ts';
import { allowed } from '../world/seed.ts';
import { deadlineMilliseconds } from '../world/start-world.ts';
import { type Bench, startAt } from './section.ts';

/** How much later than the deadline an answer may be. */
export const slackMilliseconds = 15;

export interface Outage {
  readonly hanging: {
    readonly answers: number;
    readonly degraded: number;
    readonly longestMilliseconds: number;
    readonly withinMilliseconds: number;
  };
  readonly late: {
    readonly answers: number;
    readonly lateReads: number;
    readonly p50Milliseconds: number;
    readonly p999Milliseconds: number;
    readonly longestMilliseconds: number;
    /** Reads beyond one an answer, as a share of the answers. */
    readonly extraReads: number;
  };
}

/** One gate answers one order at a time, as on Lambda; five of them wait side by side. */
const gates = 5;
const latePart = 0.01;
const lateMilliseconds = 50;

/** A store that hangs, and one that is sometimes late. */
export async function measureOutage(bench: Bench): Promise<Outage> {
  const proxy = await startEngineProxy(bench.world.engineUrl);
  try {
    return { hanging: await measureHanging(bench, proxy), late: await measureLate(bench, proxy) };
  } finally {
    await proxy.close();
  }
}

async function measureHanging(bench: Bench, proxy: EngineProxy): Promise<Outage['hanging']> {
  const answers = bench.options.full ? 1000 : 200;
  bench.say(`${answers} answers while the store hangs`);
  const scenario = allowed(1);
  const subjects = await Promise.all(
    Array.from({ length: gates }, () => startAt(bench, 'gate', bench.tables.small, { tableUrl: proxy.url })),
  );
  const runs: Run[] = [];
  try {
    for (const subject of subjects) {
      await subject.prepare(scenario);
      await subject.run(scenario.name, 100);
    }
    proxy.fate = () => ({ type: 'hang' });
    runs.push(...(await Promise.all(subjects.map((subject) => subject.run(scenario.name, answers / gates)))));
  } finally {
    await Promise.all(subjects.map((subject) => subject.close()));
    proxy.fate = () => ({ type: 'pass' });
  }
  return {
    answers,
    degraded: runs.reduce((sum, run) => sum + run.degraded, 0),
    longestMilliseconds: Math.max(...runs.flatMap((run) => run.milliseconds)),
    withinMilliseconds: deadlineMilliseconds + slackMilliseconds,
  };
}

async function measureLate(bench: Bench, proxy: EngineProxy): Promise<Outage['late']> {
  const answers = bench.options.full ? 20_000 : 6000;
  bench.say(`${answers} answers while 1 read in 100 is ${lateMilliseconds} ms late`);
  const scenario = allowed(1);
  const subject = await startAt(bench, 'gate', bench.tables.small, { tableUrl: proxy.url });
  try {
    await subject.prepare(scenario);
    await subject.run(scenario.name, 1000);
    const chance = pseudoRandom();
    let lateReads = 0;
    proxy.fate = () => {
      if (chance() >= latePart) return { type: 'pass' };
      lateReads++;
      return { type: 'pass', afterMilliseconds: lateMilliseconds };
    };
    proxy.calls.length = 0;
    const { milliseconds } = await subject.run(scenario.name, answers);
    const extraReads = (proxy.calls.length - answers) / answers;
    return {
      answers,
      lateReads,
      p50Milliseconds: percentile(milliseconds, 0.5),
      p999Milliseconds: percentile(milliseconds, 0.999),
      longestMilliseconds: percentile(milliseconds, 1),
      extraReads,
    };
  } finally {
    await subject.close();
  }
}

/** The same sequence in every run (a linear congruence, of Numerical Recipes). */
function pseudoRandom(): () => number {
  let state = 20_261_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
