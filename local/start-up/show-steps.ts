import type { Step } from '../runtime.ts';

/** Writes each step of a start with how long it took. */
export function showSteps(write: (text: string) => void): Step {
  return async (label, work) => {
    write(`  ${label} … `);
    const started = performance.now();
    try {
      const result = await work();
      write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
      return result;
    } catch (error) {
      write('failed\n');
      throw error;
    }
  };
}
