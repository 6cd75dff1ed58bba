import { beforeAll, beforeEach } from 'vitest';
import { javaIsPresent } from '../../../local/core/engines/dynamodb-local.ts';
import type { Engine } from '../../../local/core/engines/engine.ts';
import { startEngine } from '../../../local/core/engines/engine.ts';

export type TestEngine = 'dynoxide' | 'dynamodb-local';

/**
 * The engines that a suite of a store runs on, and of what rests on conditions, transactions and indexes: the native one
 * always, AWS's own where Java is present.
 */
export function engines(): readonly TestEngine[] {
  return javaIsPresent() ? ['dynoxide', 'dynamodb-local'] : ['dynoxide'];
}

/** The engines that scenarios of use cases run on, whose stores have suites of their own: all with the long tests, else the native one. */
export function usualEngines(): readonly TestEngine[] {
  return process.env['SSC_DEEP_TESTS'] === '1' ? engines() : ['dynoxide'];
}

interface SharedEngine {
  readonly started: Promise<Engine>;
  tests: number;
}

/** Of this worker, which runs many files: an engine takes longer to start than most tests take. The last one ends with the worker. */
const shared = new Map<TestEngine, SharedEngine>();

/** Engines grow slow with the tables that they have had, deleted ones too: after so many tests the next `describe` gets a new one. */
const mostTests = 60;

/** A running engine, for the surrounding `describe` as for others before and after it; `url` can be read from `beforeAll` on. */
export function useEngine(kind: TestEngine): { readonly url: string } {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await takeEngine(kind);
  });
  beforeEach(() => {
    const used = shared.get(kind);
    if (used) used.tests += 1;
  });
  return {
    get url() {
      if (!engine) throw new Error(`The engine ${kind} runs only inside its describe.`);
      return engine.url;
    },
  };
}

async function takeEngine(kind: TestEngine): Promise<Engine> {
  const used = shared.get(kind);
  if (used && used.tests < mostTests) return used.started;
  const fresh: SharedEngine = { started: startEngine(kind), tests: 0 };
  shared.set(kind, fresh);
  await (await used?.started)?.close();
  return fresh.started;
}
