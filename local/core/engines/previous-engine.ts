import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const goneWithinMilliseconds = 10_000;

/**
 * Waits until the engine that a process file names is gone: after a SIGKILL of the runtime its engine
 * takes a moment to notice, and two engines must never write one database.
 *
 * @throws Error naming the process when it stays, as it does while another runtime uses the folder.
 */
export async function waitForPreviousEngine(
  pidFile: string,
  withinMilliseconds = goneWithinMilliseconds,
): Promise<void> {
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  const deadline = performance.now() + withinMilliseconds;
  while (isEngine(pid, dirname(pidFile))) {
    if (performance.now() > deadline) {
      throw new Error(`The data folder ${dirname(pidFile)} is in use by another start (engine process ${pid}).`);
    }
    await sleep(50);
  }
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** After a reboot the number may belong to anyone: its command line must name the folder, where that can be read. */
function isEngine(pid: number, directory: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(directory);
  } catch {
    return process.platform !== 'linux';
  }
}
