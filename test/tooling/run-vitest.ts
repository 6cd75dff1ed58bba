import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDirectory } from './run-step.ts';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

export interface VitestRun {
  /** With the long tests. */
  readonly deep: boolean;
  /** For vitest and all that tests start. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Runs all projects of vitest with coverage, its own output going where ours goes.
 * A run that fails beside its tests (coverage below the threshold, an unhandled error) counts as one failure.
 */
export async function runVitest({ deep, environment }: VitestRun): Promise<TestCounts> {
  const folder = await mkdtemp(join(tmpdir(), 'ssc-tests-'));
  const report = join(folder, 'report.json');
  // A worker is killed at its end, and what its tests wrote beside their own hooks goes with the run. vitest's own setup would make one more.
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  // The console of product code stays Node.js's own, so that what it writes is seen where all logs are.
  const flags = ['--coverage', '--disableConsoleIntercept', '--reporter', 'default', '--reporter', 'json'];
  try {
    const code = await run([join('node_modules', 'vitest/vitest.mjs'), 'run', ...flags, '--outputFile.json', report], {
      ...environment,
      SSC_DEEP_TESTS: deep ? '1' : '0',
      TMPDIR: temporary,
      SSC_TEST_FOLDER: temporary,
    });
    const counts = await readFile(report, 'utf8').then(parseCounts, () => ({ passed: 0, failed: 0 }));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(node: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, node, {
      cwd: projectDirectory,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Tests, and files that did not even load, which hold no test that could fail. */
function parseCounts(text: string): TestCounts {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
  };
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
