import { afterAll, beforeAll } from 'vitest';
import { javaIsPresent } from '../../infra/local/engines/dynamodb-local.ts';
import { type Engine, startEngine } from '../../infra/local/engines/engine.ts';

export type TestEngine = 'dynoxide' | 'dynamodb-local';

/** The engines that a store suite runs on: the native one always, AWS's own where Java is present. */
export function engines(): readonly TestEngine[] {
  return javaIsPresent() ? ['dynoxide', 'dynamodb-local'] : ['dynoxide'];
}

/** One running engine for the surrounding `describe`; `url` can be read from `beforeAll` on. */
export function useEngine(kind: TestEngine): { readonly url: string } {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await startEngine(kind);
  }, 30_000);
  afterAll(() => engine?.close(), 30_000);
  return {
    get url() {
      if (!engine) throw new Error(`The engine ${kind} runs only inside its describe.`);
      return engine.url;
    },
  };
}
