import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const projectDirectory = fileURLToPath(new URL('../..', import.meta.url));

/** Whatever npm starts: the only place in the tests that knows how. */
export type Entry = 'local/start.ts' | 'local/simulate.ts' | 'ops/ops.ts';

export type EntryProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Starts an entry as its npm script does, and not through npm: a SIGKILL must hit the program itself. */
export function spawnEntry(entry: Entry, args: readonly string[]): EntryProcess {
  return spawn(process.execPath, ['run.js', entry, ...args], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface EntryRun {
  readonly code: number | null;
  /** All that it printed, on both channels. */
  readonly output: string;
}

/** Runs an entry to its end. */
export async function runEntry(entry: Entry, args: readonly string[]): Promise<EntryRun> {
  const child = spawnEntry(entry, args);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
