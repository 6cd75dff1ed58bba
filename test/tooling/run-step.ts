import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectDirectory = fileURLToPath(new URL('../..', import.meta.url));

export interface Step {
  readonly name: string;
  /** Arguments of Node.js. */
  readonly node: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly step: Step;
  readonly passed: boolean;
  readonly seconds: number;
  /** What it printed, on both channels. */
  readonly output: string;
}

/** Runs one step as a child process of its own; a step that cannot start has failed. */
export function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.node, {
      cwd: projectDirectory,
      env: { ...process.env, ...step.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const finish = (passed: boolean): void =>
      resolve({ step, passed, output, seconds: (performance.now() - started) / 1_000 });
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Runs steps, at most so many at once, and reports each as it ends. */
export async function runSteps(
  steps: readonly Step[],
  atOnce: number,
  report: (result: StepResult) => void,
): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step);
      report(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

/** One line for a step; its output follows only when it failed. */
export function printResult({ step, passed, seconds, output }: StepResult): void {
  console.log(`${passed ? '✓' : '✗'} ${step.name.padEnd(16)} ${seconds.toFixed(1)} s`);
  if (!passed) console.log(output.trimEnd().replace(/^/gm, '    '));
}
