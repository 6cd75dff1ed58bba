import { readFileSync } from 'node:fs';
import { putAccess, readAccess } from './access-command.ts';
import type { AccessCommand } from './access-options.ts';
import { counted } from './counted.ts';
import { openJournal } from './journal.ts';
import { OpsError } from './ops-error.ts';
import { oneLine } from './printable.ts';
import { createProgress } from './progress.ts';
import { isHopeless } from './service-api.ts';
import type { ServiceApi } from './service-api.ts';
import { setMany } from './set-many.ts';
import { readShopRows } from './shop-rows.ts';
import type { RowProblem, ShopRow } from './shop-rows.ts';

type GrantMany = Extract<AccessCommand, { name: 'grant-many' }>;

export interface GrantManyContext {
  /** Absent only for a dry run. */
  readonly api?: ServiceApi;
  readonly write: (line: string) => void;
  /** Where progress is shown: apart from `write`, so that it stays out of files. */
  readonly progress: {
    readonly write: (text: string) => void;
    readonly terminal: boolean;
    readonly columns?: number | undefined;
  };
  readonly stop: AbortSignal;
}

/**
 * Grants access as a CSV file says.
 *
 * @returns whether every row is done, or would be.
 */
export async function grantMany(command: GrantMany, context: GrantManyContext): Promise<boolean> {
  const { file, dryRun, skipBad } = command;
  const { write, api } = context;
  const { rows, problems, total } = readShopRows(file, readText(file));
  for (const { line, field, message } of problems) write(`${file}, line ${line}, ${field}: ${message}`);
  const bad = total - rows.length;
  if (dryRun || !api) {
    write(`${counted(total, 'row')}: ${rows.length} can be granted, ${bad} cannot. Nothing was changed.`);
    return bad === 0;
  }
  if (bad > 0 && !skipBad) {
    write(
      `${bad} of ${counted(total, 'row')} cannot be granted: correct that, or leave such rows out with --skip-bad. Nothing was changed.`,
    );
    return false;
  }
  return (await grantRows({ ...context, api }, command, rows, problems)) && bad === 0;
}

async function grantRows(
  { api, write, progress: screen, stop }: GrantManyContext & { readonly api: ServiceApi },
  { file, concurrency, again }: GrantMany,
  rows: readonly ShopRow[],
  problems: readonly RowProblem[],
): Promise<boolean> {
  const journal = await openJournal(`${file}.done`, api.url);
  if (again) await journal.forget(rows.filter(journal.isDone));
  const left = rows.filter((row) => !journal.isDone(row));
  const before = rows.length - left.length;
  if (before > 0) write(leftAlone(before, file));
  const bar = createProgress({ ...screen, total: left.length, now: () => performance.now() });
  const set = async ({ shopId, wish }: ShopRow): Promise<void> => {
    // Else the shop would be told of the end of what it never had.
    if (wish.state === 'terminated' && (await readAccess(api, shopId, stop)).state === 'not_invited')
      throw new NeverInvited('never had access: there is nothing to end');
    await putAccess(api, shopId, wish, stop);
  };
  const result = await setMany({
    ...{ rows: left, journal, concurrency, set, progress: bar.step, stop },
    isHopeless: (error) => !(error instanceof NeverInvited) && isHopeless(error),
  });
  await journal.close();
  bar.end();
  for (const { row, error } of result.failures.toSorted((a, b) => a.row.line - b.row.line))
    write(
      `${file}, line ${row.line}, shop ${row.shopId}: ${oneLine(error instanceof Error ? error.message : String(error))}`,
    );
  const bad = new Set(problems.map(({ line }) => line)).size;
  const parts = [`${result.done} done`, `${result.failures.length} failed`, `${result.notBegun} not begun`];
  write([...parts, ...(bad > 0 ? [`${bad} wrong and left out`] : [])].join(', ').concat('.'));
  if (result.gaveUp !== undefined) write(`Given up: ${result.gaveUp}.`);
  const complete = result.failures.length + result.notBegun === 0;
  if (!complete)
    write(`Run the same again${again ? ', without --again' : ''}: it goes on with those that are not done.`);
  return complete;
}

/** A shop may have changed since: who takes the file for the truth must be told that it was not asked for. */
function leftAlone(before: number, file: string): string {
  const were = before === 1 ? 'was' : 'were';
  return `${counted(before, 'row')} ${were} done before and left alone now, whatever has become of the shops since: ${file}.done, the journal of earlier runs, says so. With --again all rows are asked for anew.`;
}

class NeverInvited extends Error {
  override readonly name = 'NeverInvited';
}

function readText(file: string): string {
  try {
    // What is no UTF-8 must not pass as a name with question marks in it.
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new OpsError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
