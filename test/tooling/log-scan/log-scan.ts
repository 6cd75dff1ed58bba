import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { projectDirectory } from '../run-step.ts';
import { describeScan, scanFolder } from './scan-folder.ts';
import { secretsInSource } from './secret.ts';
import type { Secret } from './secret.ts';

export interface LogScan {
  /** For the processes of the tests, which then write down what they log and which secrets they use. */
  readonly environment: Readonly<Record<string, string>>;
  /** Searches the one for the other, and says what came of it; the number of failures, 0 or 1. */
  finish(): Promise<number>;
}

/** Begins to write down the logs of a test run, in a folder that goes away unless something is found. */
export async function startLogScan(): Promise<LogScan> {
  const folder = await mkdtemp(join(tmpdir(), 'ssc-logs-'));
  const recorder = join(folder, 'recorder.mjs');
  // One file: every child process loads it first.
  await build({
    entryPoints: [fileURLToPath(new URL('./recorder.ts', import.meta.url))],
    outfile: recorder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
  });
  const options = [process.env['NODE_OPTIONS'], `--import=${pathToFileURL(recorder).href}`];
  return {
    environment: { SSC_LOG_SCAN: folder, NODE_OPTIONS: options.filter(Boolean).join(' ') },
    async finish() {
      const result = await scanFolder(folder, await secretsOfTests());
      console.log(describeScan(result));
      if (!result.passed) console.log(`    The logs and what was searched for are in ${folder}`);
      else await rm(folder, { recursive: true, force: true });
      return result.passed ? 0 : 1;
    },
  };
}

/** What never left a test's own memory in a form that the recorder knows was at least written down. */
async function secretsOfTests(): Promise<readonly Secret[]> {
  const folder = join(projectDirectory, 'test');
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.ts'));
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return texts.flatMap(secretsInSource);
}
