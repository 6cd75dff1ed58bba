import type { Canary } from './canary.ts';
import { SmokeFailure } from './failure.ts';
import type { Memory, Step } from './step.ts';

export interface BrokenStep {
  readonly step: Step;
  readonly reason: string;
  readonly requestId: string | undefined;
  /** Those to be looked at. */
  readonly functions: readonly string[];
}

export interface RunOptions {
  readonly canary: Canary;
  readonly steps: readonly Step[];
  readonly memory: Memory;
  readonly say: (line: string) => void;
  /** Of a clock that never goes back. */
  readonly now?: () => number;
}

/**
 * Takes the steps in their order, and ends with the first that fails: those behind it stand on it.
 *
 * @returns the step that failed, if one did.
 */
export async function runSteps(options: RunOptions): Promise<BrokenStep | undefined> {
  const { canary, steps, memory, say, now = () => performance.now() } = options;
  for (const step of steps) {
    const begun = now();
    const seconds = (): string => `${((now() - begun) / 1000).toFixed(1)} s`;
    try {
      await step.run(canary, memory);
      say(`ok      ${step.name} (${seconds()})`);
    } catch (error) {
      say(`FAILED  ${step.name} (${seconds()})`);
      const failure = error instanceof SmokeFailure ? error : undefined;
      return {
        step,
        reason: error instanceof Error ? error.message : String(error),
        requestId: failure?.requestId,
        functions: failure?.functions ?? step.functions,
      };
    }
  }
  return undefined;
}
