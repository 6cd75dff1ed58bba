import { setTimeout as sleep } from 'node:timers/promises';
import { OpsError } from '../ops-error.ts';
import type { TableAdmin } from './table-admin.ts';
import { compareTables } from './table-settings.ts';
import type { TableState } from './table-settings.ts';

export interface RestoreJob {
  readonly admin: TableAdmin;
  /** The table that the deployment works with now. */
  readonly from: string;
  /** The one that is to take its place. */
  readonly to: string;
  readonly at?: Date;
  /** Only says what is missing. */
  readonly checkOnly: boolean;
  readonly say: (line: string) => void;
  /** When it aborts, nothing is waited for any more: run again, it goes on where it was. */
  readonly stop: AbortSignal;
  readonly pauseMilliseconds?: number;
}

/**
 * Makes a restored table what the deployment needs: begins the restore where there is no such table, waits for it, turns on
 * what a restore leaves off, and reads all of it back.
 *
 * @returns the restored table when it can take the other's place.
 * @throws OpsError when there is nothing to restore from, or what it lacks cannot be turned on.
 */
export async function restoreTable(job: RestoreJob): Promise<TableState | undefined> {
  const { admin, from, to, at, say, stop } = job;
  const own = await admin.read(from);
  if (!own) throw new OpsError(`There is no table ${from}.`);
  if (!(await admin.read(to))) {
    if (job.checkOnly) throw new OpsError(`There is no table ${to}.`);
    await admin.restore(from, to, at);
    say(
      `Restoring ${from} into ${to}, ${at ? `as of ${at.toISOString()}` : 'as of now'}. This takes from minutes to hours.`,
    );
  }
  let restored = await untilActive(job);
  for (const { what, fix } of restored ? compareTables(own, restored) : []) {
    if (job.checkOnly || stop.aborted) continue;
    if (fix === undefined) throw new OpsError(`${to} cannot take the place of ${from}: ${what}.`);
    say(`${to}: ${what}; turning it right.`);
    await admin.fix(to, fix, own);
    // While one change is under way, DynamoDB refuses the next.
    restored = await untilActive(job);
  }
  if (!restored) return undefined;
  const left = compareTables(own, restored);
  for (const { what } of left) say(`${to}: ${what}.`);
  return left.length === 0 ? restored : undefined;
}

async function untilActive({
  admin,
  to,
  say,
  stop,
  pauseMilliseconds = 5000,
}: RestoreJob): Promise<TableState | undefined> {
  for (let rounds = 0; !stop.aborted; rounds += 1) {
    const state = await admin.read(to);
    if (state && !/^(CREATING|UPDATING)$/.test(state.status)) return state;
    if (rounds % 12 === 0) say(`${to} is ${state?.status ?? 'not there yet'}.`);
    await sleep(pauseMilliseconds, undefined, { signal: stop }).catch(() => undefined);
  }
  say(`Stopped while ${to} was not ready. Run the same again, and it goes on there.`);
  return undefined;
}
