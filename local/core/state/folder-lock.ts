import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FolderLock {
  /** Leaves the folder to others. */
  close(): void;
}

/** A process, so that another one that has its number by now is not taken for it. */
interface Owner {
  readonly pid: number;
  /** In the kernel's own unit; absent where that tells nobody. */
  readonly startedAt?: string | undefined;
}

/**
 * Takes a data folder for this process: what two starts write into one folder is lost. To be asked before all else, since it
 * tells at once. What a killed process leaves behind is in nobody's way.
 *
 * @throws Error naming the process that has the folder.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'lock.json');
  const own = JSON.stringify({ pid: process.pid, startedAt: statOf(process.pid)?.startedAt } satisfies Owner);
  if (!wrote(file, own)) {
    const owner = readOwner(file);
    if (owner && isRunning(owner))
      throw new Error(`The data folder ${folder} is in use by another start (process ${owner.pid}).`);
    rmSync(file, { force: true });
    if (!wrote(file, own)) throw new Error(`The data folder ${folder} was taken by another start just now.`);
  }
  return { close: () => rmSync(file, { force: true }) };
}

function wrote(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Nobody, where a start was killed in the middle of writing. */
function readOwner(file: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Owner;
    return Number.isInteger(owner.pid) && owner.pid > 1 ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isRunning({ pid, startedAt }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one, too.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const present = statOf(pid);
  // One that has ended and that nobody has asked about is still listed.
  if (present?.state === 'Z') return false;
  return present === undefined || startedAt === undefined || present.startedAt === startedAt;
}

/** What Linux says of a process: its 3rd field, and the 22nd, which counts when it started. The 2nd may hold spaces. */
function statOf(
  pid: number,
): { readonly state: string | undefined; readonly startedAt: string | undefined } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startedAt: fields[19] };
  } catch {
    return undefined;
  }
}
