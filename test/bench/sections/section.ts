import type { BenchBundles } from '../bundles.ts';
import type { BenchOptions } from '../command-line.ts';
import { gateEnvironment } from '../world/start-world.ts';
import type { World } from '../world/start-world.ts';
import { startSubject } from '../subjects/start-subject.ts';
import type { Subject } from '../subjects/start-subject.ts';

/** What every section works with. */
export interface Bench {
  readonly options: BenchOptions;
  readonly files: BenchBundles;
  readonly world: World;
  /** Tables with a thousand markers, and with the most. */
  readonly tables: { readonly small: string; readonly large: string };
  readonly markers: { readonly small: number; readonly large: number };
  /** One line of progress. */
  say(text: string): void;
}

export type SubjectName = 'floor' | 'gate' | 'stock';
export const subjectNames: readonly SubjectName[] = ['floor', 'gate', 'stock'];

/** A subject at a table; straight to the engine unless told otherwise. */
export function startAt(
  { files, world }: Bench,
  name: SubjectName,
  tableName: string,
  options: { readonly tableUrl?: string; readonly flags?: readonly string[] } = {},
): Promise<Subject> {
  const endpoints = { table: options.tableUrl ?? world.engineUrl, queue: world.proxy.url };
  return startSubject(
    { worker: files.worker, handler: files[name], takes: name === 'floor' ? 'places' : 'events' },
    gateEnvironment(tableName, endpoints),
    options.flags,
  );
}
