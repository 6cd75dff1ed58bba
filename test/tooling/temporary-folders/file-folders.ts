import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A temporary folder for as long as the present test file runs; for builders, which know no hook of their user's. */
export function folderOfFile(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  made.push(folder);
  return folder;
}

export function removeFoldersOfFile(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A shared engine lives as long as its worker, and what one of a killed start left goes seconds later. */
const mayStay = /^ssc-engine-/;

/**
 * What lies in a worker's temporary folder behind a test file, which is taken away: whoever comes next is not blamed for it.
 *
 * @returns names.
 */
export function takeAwayWhatIsLeft(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const left = readdirSync(folder).filter((name) => !mayStay.test(name));
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
  return left.toSorted();
}
