import type { Table } from '../../../shared/table/client.ts';
import { interceptTable } from '../../builders/engines/intercepted-table.ts';

/** Lets one of the workers that wait go on for some calls. */
export interface Turn {
  readonly pick: number;
  readonly calls: number;
}

/**
 * Runs workers side by side, one call to the table at a time, in the turns given; over and over, until all have ended.
 * A worker may have one call under way at a time.
 */
export async function interleave(
  table: Table,
  workers: readonly ((table: Table) => Promise<void>)[],
  turns: readonly Turn[],
): Promise<void> {
  const waiting = new Map<number, () => Promise<void>>();
  let running = workers.length;
  let wake: () => void = () => undefined;

  const gated = (worker: number): Table =>
    interceptTable(
      table,
      (_command, perform) =>
        new Promise((resolve, reject) => {
          waiting.set(worker, () => perform().then(resolve, reject));
          wake();
        }),
    );
  const done = Promise.all(
    workers.map((worker, index) =>
      worker(gated(index)).finally(() => {
        running -= 1;
        wake();
      }),
    ),
  );

  let turn = 0;
  let left = 0;
  let present = -1;
  while (running > 0) {
    if (waiting.size < running) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    if (left === 0 || !waiting.has(present)) {
      const { pick, calls } = turns[turn++ % turns.length] ?? { pick: 0, calls: 1 };
      present = [...waiting.keys()].toSorted()[pick % waiting.size] ?? -1;
      left = calls;
    }
    left -= 1;
    const call = waiting.get(present);
    waiting.delete(present);
    await call?.();
  }
  await done;
}
