import { runEntry } from '../spawn-entry.ts';
import type { EntryRun } from '../spawn-entry.ts';
import type { LocalRuntime } from '../start-local.ts';

/** `npm run ops` against a running product. */
export function runOps(runtime: LocalRuntime, ...args: readonly string[]): Promise<EntryRun> {
  return runEntry('ops/ops.ts', [...args, '--local', String(runtime.port)]);
}
