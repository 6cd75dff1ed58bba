import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSteps } from './check-steps.ts';
import { printResult, runSteps } from './run-step.ts';
import type { Step } from './run-step.ts';

/** Runs all checks, and these steps after them, two at a time; answers how many failed. */
export async function runChecks(further: readonly Step[] = []): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'ssc-checks-'));
  try {
    const temporary = join(folder, 'tmp');
    await mkdir(temporary);
    const steps = [...checkSteps(folder), ...further].map(
      (step): Step => ({ ...step, environment: { ...step.environment, TMPDIR: temporary } }),
    );
    const results = await runSteps(steps, 2, printResult);
    return results.filter(({ passed }) => !passed).length;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
