import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Makes a folder for data, or finds it, and sees whether something can be kept there.
 *
 * @throws Error saying in one sentence why nothing can.
 */
export function openDataFolder(folder: string): void {
  const path = resolve(folder);
  try {
    make(path);
    const probe = join(path, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Error(`The data folder ${path} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
}

/** One by one from the first that is there: where nothing can be made, as in /proc, `mkdirSync` with `recursive` never ends. */
function make(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw new Error(`${path} is no folder.`);
  make(dirname(path));
  mkdirSync(path);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there.',
  EPERM: 'this user may not write there.',
  EROFS: 'it lies on a file system that is read-only.',
  ENOSPC: 'no space is left there.',
  ENOTDIR: 'a part of its path is no folder.',
  ENOENT: 'nothing can be made there.',
};

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
