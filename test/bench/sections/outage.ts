import { dynamoError, startEngineProxy } from '../../builders/engines/engine-proxy.ts';
import type { AwsCall, EngineProxy, Fate } from '../../builders/engines/engine-proxy.ts';
import { percentile } from '../report/statistics.ts';
import type { Subject } from '../subjects/start-subject.ts';
import { pseudoRandom } from '../world/pseudo-random.ts';
import { allowed } from '../world/seed.ts';
import { deadlineMilliseconds } from '../world/start-world.ts';
import { startAt } from './section.ts';
import type { Bench } from './section.ts';

/** How much later than the deadline an answer may be. */
export const slackMilliseconds = 15;

/** Answers of gates whose store cannot say: all have to be there by the deadline, and say so. */
export interface Trouble {
  readonly answers: number;
  readonly degraded: number;
  readonly longestMilliseconds: number;
  readonly withinMilliseconds: number;
}

export interface Outage {
  readonly hanging: Trouble;
  /** By what befalls each read. */
  readonly troubles: Readonly<Record<string, Trouble>>;
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

/** One gate answers one order at a time, as on Lambda; these wait side by side. */
const gates = 10;
const answersWhileHanging = 1000;
const answersInTrouble = 50;
const latePart = 0.01;
const lateMilliseconds = 50;

const unprocessed = ({ body }: AwsCall): Fate => ({
  type: 'answer',
  status: 200,
  body: { Responses: {}, UnprocessedKeys: body['RequestItems'] },
});
const troubles: Readonly<Record<string, { readonly fate: (call: AwsCall) => Fate; readonly checks?: number }>> = {
  'connections dropped': { fate: () => ({ type: 'refuse' }) },
  AccessDenied: { fate: () => dynamoError('AccessDeniedException') },
  'status 500': { fate: () => dynamoError('InternalServerError', {}, 500) },
  'table throttled': { fate: () => dynamoError('ProvisionedThroughputExceededException') },
  'account throttled': { fate: () => dynamoError('RequestLimitExceeded') },
  garbage: { fate: () => ({ type: 'answer', status: 200, body: '<html>busy</html>' }) },
  'half a reply': { fate: () => ({ type: 'half_reply' }) },
  'UnprocessedKeys for ever': { fate: unprocessed, checks: 10 },
};

/** A store that hangs, refuses, throttles or answers nonsense, and one that is sometimes late. */
export async function measureOutage(bench: Bench): Promise<Outage> {
  const proxy = await startEngineProxy(bench.world.engineUrl);
  const start = () => startAt(bench, 'gate', bench.tables.small, { tableUrl: proxy.url });
  const subjects = await Promise.all(Array.from({ length: gates }, start));
  try {
    for (const scenario of [allowed(1), allowed(10)]) {
      await Promise.all(subjects.map((subject) => subject.prepare(scenario)));
      for (const subject of subjects) await subject.run(scenario.name, 100);
    }
    bench.say(`${answersWhileHanging} answers while the store hangs`);
    const hanging = await measureTrouble(subjects, proxy, answersWhileHanging, { fate: () => ({ type: 'hang' }) });
    const found: [string, Trouble][] = [];
    for (const [name, trouble] of Object.entries(troubles)) {
      bench.say(`${answersInTrouble} answers: ${name}`);
      found.push([name, await measureTrouble(subjects, proxy, answersInTrouble, trouble)]);
    }
    return { hanging, troubles: Object.fromEntries(found), late: await measureLate(bench, proxy) };
  } finally {
    await Promise.all(subjects.map((subject) => subject.close()));
    await proxy.close();
  }
}

async function measureTrouble(
  subjects: readonly Subject[],
  proxy: EngineProxy,
  answers: number,
  { fate, checks = 1 }: (typeof troubles)[string],
): Promise<Trouble> {
  proxy.fate = fate;
  const runs = await Promise.all(subjects.map((subject) => subject.run(allowed(checks).name, answers / gates)));
  proxy.fate = () => ({ type: 'pass' });
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
