import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createDynamoClient } from './dynamo-client.ts';
import { dynamodbLocalCommand } from './dynamodb-local.ts';
import { dynoxideCommand } from './dynoxide.ts';
import { freePort } from './free-port.ts';
import { startKept } from './keeper.ts';
import type { KeptProcess } from './keeper.ts';
import { waitForPreviousEngine } from './previous-engine.ts';

export type EngineKind = 'dynoxide' | 'dynamodb-local' | URL;

export interface Engine {
  readonly url: string;
  /** Ends the engine and resolves when it is gone; does nothing to an engine given by URL. */
  close(): Promise<void>;
}

const readyWithinMilliseconds = 60_000;
/** One that somebody else runs is there already, or its URL is wrong. */
const foreignReadyWithinMilliseconds = 5_000;
const attempts = 3;

/**
 * Starts a DynamoDB engine on a free port of 127.0.0.1, or takes the one at the URL.
 *
 * The engine ends when this process ends, also by SIGKILL. With a data folder it waits for an engine that
 * an earlier process left there to be gone, as two would write one database.
 *
 * @throws Error saying what is missing (the binary, Java), what is in the way, or the engine's last words.
 */
export async function startEngine(kind: EngineKind, options: { dataDirectory?: string } = {}): Promise<Engine> {
  if (kind instanceof URL) {
    const url = kind.href;
    await waitUntilReady(url, () => undefined, foreignReadyWithinMilliseconds);
    return { url, close: () => Promise.resolve() };
  }
  const home = openHome(options.dataDirectory);
  try {
    return await startInHome(kind, home);
  } catch (error) {
    home.discard();
    throw error;
  }
}

interface Home {
  readonly directory: string;
  readonly persistent: boolean;
  discard(): void;
}

/** Without a data folder an engine still writes files, into a folder that goes with it. */
function openHome(dataDirectory: string | undefined): Home {
  if (dataDirectory !== undefined) {
    mkdirSync(dataDirectory, { recursive: true });
    return { directory: resolve(dataDirectory), persistent: true, discard: () => undefined };
  }
  const directory = mkdtempSync(join(tmpdir(), 'ssc-engine-'));
  return { directory, persistent: false, discard: () => rmSync(directory, { recursive: true, force: true }) };
}

async function startInHome(kind: 'dynoxide' | 'dynamodb-local', home: Home): Promise<Engine> {
  const pidFile = join(home.directory, 'engine.pid');
  await waitForPreviousEngine(pidFile);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const command =
      kind === 'dynoxide'
        ? dynoxideCommand(port, home.directory)
        : dynamodbLocalCommand(port, home.persistent ? home.directory : undefined);
    const engine = startKept(command, { directory: home.directory, pidFile, disposable: !home.persistent });
    const url = `http://127.0.0.1:${port}`;
    try {
      await waitUntilReady(url, () => engine.ended());
    } catch (error) {
      await engine.close();
      // Another process may have taken the port between the look and the start.
      if (attempt < attempts && engine.output().includes('in use')) continue;
      throw new Error(`The engine ${kind} did not start: ${engine.output().trim() || String(error)}`, { cause: error });
    }
    return { url, close: () => closeInHome(engine, home) };
  }
}

async function closeInHome(engine: KeptProcess, home: Home): Promise<void> {
  await engine.close();
  home.discard();
}

async function waitUntilReady(
  url: string,
  ended: () => string | undefined,
  withinMilliseconds = readyWithinMilliseconds,
): Promise<void> {
  const client = createDynamoClient(url, 2_000);
  const deadline = performance.now() + withinMilliseconds;
  for (;;) {
    try {
      await client.table('ListTables', { Limit: 1 });
      return;
    } catch (error) {
      const reason = ended();
      if (reason !== undefined) throw new Error(reason, { cause: error });
      if (performance.now() > deadline) throw new Error(`No DynamoDB engine answers at ${url}.`, { cause: error });
    }
    await new Promise((wake) => setTimeout(wake, 20));
  }
}
