import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { stageFileSchema } from './settings-schema.ts';
import type { StageFile } from './settings-schema.ts';

/**
 * The settings of a stage from `<stage>.json` in a folder. A stage must have its file, so that no mistyped name deploys
 * a stage beside the one that was meant; only the local one needs none.
 *
 * @throws Error with a sentence for each thing that is wrong: the file, the setting, and what is allowed.
 */
export function readStageFile(directory: string, stage: string): StageFile {
  const path = join(directory, `${stage}.json`);
  const content = read(path);
  if (content === undefined) {
    if (stage === 'local') return {};
    throw new Error(`${path}: is missing; every stage has this file for its settings, {} if it has none of its own.`);
  }
  const parsed = stageFileSchema.safeParse(parse(content, path));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${path}: ${sentenceOf(issue)}.`).join('\n'));
}

/** What is wrong, behind the setting's name. */
export function sentenceOf({ path, message }: Pick<z.core.$ZodIssue, 'path' | 'message'>): string {
  return path.length === 0 ? message : `${path.join('.')} ${message}`;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(content: string, path: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch (error) {
    throw new Error(`${path}: must be JSON: ${(error as Error).message}.`, { cause: error });
  }
}
