import { setTimeout as sleep } from 'node:timers/promises';
import { functionNames } from '../../../infra/names.ts';
import type { MarketplaceEvent } from '../../../local/demo/marketplace.ts';
import type { RecordedCall } from '../../../local/core/aws-endpoint/recorder.ts';
import { publish } from '../../e2e/grant-access.ts';
import { startLocal } from '../../e2e/start-local.ts';
import type { LocalRuntime } from '../../e2e/start-local.ts';
import { typicalCost } from '../world/cost.ts';
import type { Cost } from '../world/cost.ts';
import { costOfCalls } from './recorded-cost.ts';

/** One thing that is done to the product, and the functions whose calls for it are counted, by the row that they make. */
export interface Step {
  readonly counts: Readonly<Record<string, string>>;
  /** Waits until nothing is under way any more: needed where a counted function also works for other steps. */
  readonly afterAllElse?: true;
  /** What has to be there; not counted. */
  before?(sample: number): Promise<unknown>;
  act(sample: number): Promise<unknown>;
}

export interface MeasuredProduct {
  readonly runtime: LocalRuntime;
  /** Puts events on the bus as the marketplace does. */
  put(...events: readonly MarketplaceEvent[]): Promise<void>;
  /** Until no function has called anything for a while. */
  settle(): Promise<void>;
  /** Does a step several times; the cost of each of its rows, and the function that it is about. */
  measure(step: Step): Promise<readonly { readonly row: string; readonly by: string; readonly cost: Cost }[]>;
  stop(): Promise<void>;
}

const samples = 3;
const quietMilliseconds = 350;
const settledMilliseconds = 700;
const patienceMilliseconds = 30_000;
/** So long that calls which are under way together are seen to be. */
const delayMilliseconds = 12;
const services = ['dynamodb', 'events', 'scheduler', 'ses', 'execute-api'];

/** A product of its own whose services answer a little late: else it could not be told which calls wait for which. */
export async function startMeasuredProduct(): Promise<MeasuredProduct> {
  const runtime = await startLocal();
  // The gate would take a late answer for a lost one, and ask twice; where there is an issuer, there is no pre-token.
  const late = functionNames.filter((name) => name !== 'gate' && name !== 'pre-token');
  const fault = { kind: 'delay', milliseconds: delayMilliseconds };
  const faults = late.flatMap((name) =>
    services.map((service) => ({ service, operation: '*', function: name, fault })),
  );
  await runtime.local('POST', 'faults', faults);

  const callsOf = async (names?: readonly string[]): Promise<readonly RecordedCall[]> => {
    const { items } = await runtime.local<{ items: readonly RecordedCall[] }>('GET', 'calls');
    return names ? items.filter(({ caller }) => names.includes(caller)) : items;
  };
  /** Until `done`, and then as long as something new still comes. */
  const untilQuiet = async (milliseconds: number, calls: typeof callsOf, names?: readonly string[]) => {
    const from = performance.now();
    let [count, changedAt] = [-1, from];
    for (;;) {
      const seen = await calls(names);
      if (seen.length !== count) [count, changedAt] = [seen.length, performance.now()];
      const callers = new Set(seen.map(({ caller }) => caller));
      const complete = (names ?? []).every((name) => callers.has(name));
      if (complete && performance.now() - changedAt >= milliseconds) return seen;
      if (performance.now() - from > patienceMilliseconds)
        throw new Error(`Still waiting for ${names?.filter((name) => !callers.has(name)).join(', ') ?? 'quiet'}.`);
      await sleep(25);
    }
  };
  const settle = async () => void (await untilQuiet(settledMilliseconds, callsOf));

  return {
    runtime,
    put: (...events) => publish(runtime, events),
    settle,
    async measure({ counts, before, act, afterAllElse }) {
      const names = Object.keys(counts);
      const unknown = names.filter((name) => !functionNames.includes(name));
      if (unknown.length > 0) throw new Error(`No function is deployed as ${unknown.join(' or ')}.`);
      const callers = names.map((name) => `ssc-local-${name}`);
      // A function that answers a request has made its calls by then.
      const answers = names.every((name) => name.endsWith('-api'));
      const costs = new Map<string, Cost[]>(names.map((name) => [name, []]));
      for (let sample = 0; sample < samples; sample++) {
        await before?.(sample);
        if (before || afterAllElse) await settle();
        await runtime.local('DELETE', 'calls');
        await act(sample);
        const calls = await untilQuiet(answers ? 0 : quietMilliseconds, callsOf, callers);
        for (const [name, found] of costs)
          found.push(costOfCalls(calls.filter(({ caller }) => caller === `ssc-local-${name}`)));
      }
      return [...costs].map(([by, found]) => ({ row: counts[by] ?? by, by, cost: typicalCost(found) }));
    },
    stop: async () => void (await runtime.stop()),
  };
}
