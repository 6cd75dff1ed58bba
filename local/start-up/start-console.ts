import type { Log } from '../core/log.ts';
import type { Step } from '../runtime.ts';

export interface StartConsole {
  readonly step: Step;
  readonly log: Log;
}

/** Writes each step of a start with how long it took, and what is logged meanwhile on lines of its own. */
export function createStartConsole(write: (text: string) => void, now: () => Date = () => new Date()): StartConsole {
  let isInStep = false;
  return {
    log(line) {
      if (isInStep) write('\n');
      isInStep = false;
      write(`[${now().toISOString()}] ${line}\n`);
    },
    async step(label, work) {
      const begin = (): void => {
        write(`  ${label} … `);
        isInStep = true;
      };
      const end = (outcome: string): void => {
        if (!isInStep) begin();
        isInStep = false;
        write(`${outcome}\n`);
      };
      begin();
      const started = performance.now();
      try {
        const result = await work();
        end(`${((performance.now() - started) / 1000).toFixed(1)} s`);
        return result;
      } catch (error) {
        end('failed');
        throw error;
      }
    },
  };
}
