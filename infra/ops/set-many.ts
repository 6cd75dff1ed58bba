import type { Journal } from './journal.ts';
import type { ShopRow } from './shop-rows.ts';

export interface SetManyJob {
  readonly rows: readonly ShopRow[];
  readonly journal: Pick<Journal, 'add'>;
  /** Rows in flight at once. */
  readonly concurrency: number;
  /** Does what a row wishes; may be asked for the same again. */
  readonly set: (row: ShopRow) => Promise<void>;
  readonly progress: () => void;
  /** When it aborts, rows in flight are finished and no more are begun. */
  readonly stop: AbortSignal;
}

export interface SetManyResult {
  readonly done: number;
  readonly failures: readonly { readonly row: ShopRow; readonly error: unknown }[];
  readonly notBegun: number;
}

/** So many in a row are no fault of the rows. */
const mostFailuresInARow = 20;

/** Sets the access of many shops. A row is done when it stands in the journal; whoever dies before does it again. */
export async function setMany(job: SetManyJob): Promise<SetManyResult> {
  const { rows, journal, concurrency, set, progress, stop } = job;
  const failures: { row: ShopRow; error: unknown }[] = [];
  let next = 0;
  let done = 0;
  let failedInARow = 0;
  const work = async (): Promise<void> => {
    while (!stop.aborted && failedInARow < mostFailuresInARow) {
      const row = rows[next];
      if (!row) return;
      next += 1;
      try {
        await set(row);
        await journal.add(row);
        done += 1;
        failedInARow = 0;
      } catch (error) {
        failures.push({ row, error });
        failedInARow += 1;
      }
      progress();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { done, failures, notBegun: rows.length - next };
}
