import type { Journal } from './journal.ts';
import type { ShopRow } from './shop-rows.ts';

export interface SetManyJob {
  readonly rows: readonly ShopRow[];
  readonly journal: Pick<Journal, 'add'>;
  /** Rows in flight at once. */
  readonly concurrency: number;
  /** Does what a row wishes; may be asked for the same again. */
  readonly set: (row: ShopRow) => Promise<void>;
  /** Whether every row would end with this error. */
  readonly isHopeless: (error: unknown) => boolean;
  readonly progress: (outcome: 'done' | 'failed') => void;
  /** When it aborts, rows in flight are finished and no more are begun. */
  readonly stop: AbortSignal;
}

export interface SetManyResult {
  readonly done: number;
  readonly failures: readonly { readonly row: ShopRow; readonly error: unknown }[];
  readonly notBegun: number;
  /** Why it gave up before the end, unless it was told to stop. */
  readonly gaveUp?: string;
}

/** So many in a row are no fault of the rows. */
const mostFailuresInARow = 20;

/** Sets the access of many shops. A row is done when it stands in the journal; whoever dies before does it again. */
export async function setMany(job: SetManyJob): Promise<SetManyResult> {
  const { rows, journal, concurrency, set, isHopeless, progress, stop } = job;
  const failures: { row: ShopRow; error: unknown }[] = [];
  let next = 0;
  let done = 0;
  let failedInARow = 0;
  let gaveUp: string | undefined;
  const work = async (): Promise<void> => {
    while (!stop.aborted && gaveUp === undefined) {
      const row = rows[next];
      if (!row) return;
      next += 1;
      try {
        await set(row);
        await noted(journal, row);
        done += 1;
        failedInARow = 0;
        progress('done');
      } catch (error) {
        failures.push({ row, error });
        failedInARow += 1;
        if (error instanceof NotNoted || isHopeless(error)) gaveUp ??= 'every other row would end the same way';
        else if (failedInARow >= mostFailuresInARow) gaveUp ??= `${mostFailuresInARow} rows in a row failed`;
        progress('failed');
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { done, failures, notBegun: rows.length - next, ...(gaveUp === undefined ? {} : { gaveUp }) };
}

/** A journal that cannot be written, e.g. on a full disk: going on would do rows that nobody remembers. */
class NotNoted extends Error {
  override readonly name = 'NotNoted';
}

async function noted(journal: SetManyJob['journal'], row: ShopRow): Promise<void> {
  try {
    await journal.add(row);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotNoted(`was set, but that could not be noted: ${reason}`, { cause: error });
  }
}
