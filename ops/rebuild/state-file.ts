import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { OpsError } from '../ops-error.ts';
import { phases } from './rebuild-options.ts';
import type { Phase } from './rebuild-options.ts';

const stateSchema = z.object({
  version: z.literal(1),
  stage: z.string(),
  table: z.string(),
  phase: z.enum(phases),
  /** Where its scan goes on; at its beginning without it. */
  from: z.record(z.string(), z.string()).optional(),
  /** Items that were read until there. */
  scanned: z.int().min(0),
});
export type RebuildState = z.output<typeof stateSchema>;

export interface StateFile {
  /** How far an earlier run came on this table, among these phases. */
  read(chosen: readonly Phase[]): RebuildState | undefined;
  save(state: Omit<RebuildState, 'version' | 'stage' | 'table'>): void;
  remove(): void;
}

/**
 * How far a rebuild is, in a file that is whole at any moment.
 *
 * @throws OpsError when the file is of another stage, table or phase, or is none of ours.
 */
export function openStateFile(file: string, stage: string, table: string): StateFile {
  return {
    read(chosen) {
      if (!existsSync(file)) return undefined;
      const state = stateSchema.safeParse(parse(readFileSync(file, 'utf8')));
      if (!state.success) throw new OpsError(`${file} does not say how far a rebuild was. Name another with --state.`);
      if (state.data.stage !== stage || state.data.table !== table)
        throw new OpsError(
          `${file} is of ${state.data.table} of stage ${state.data.stage}. Name another with --state.`,
        );
      if (!chosen.includes(state.data.phase))
        throw new OpsError(`${file} is of a run that is at ${state.data.phase}. Name another with --state.`);
      return state.data;
    },
    save(state) {
      writeFileSync(`${file}.new`, JSON.stringify({ version: 1, stage, table, ...state }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    remove: () => rmSync(file, { force: true }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
