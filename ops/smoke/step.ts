import type { Canary } from './canary.ts';
import type { LiveClient } from './live-client.ts';

/** What one step leaves for those behind it. */
export interface Memory {
  live?: LiveClient;
  blockId?: string;
}

export interface Step {
  /** What is true when it has gone well. */
  readonly name: string;
  /** Deployed functions without which it cannot go well, the likeliest to be broken first. */
  readonly functions: readonly string[];
  run(canary: Canary, memory: Memory): Promise<void>;
}
