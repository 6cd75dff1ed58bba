import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createProgress, progressText } from '../../../infra/ops/progress.ts';
import { setMany } from '../../../infra/ops/set-many.ts';
import type { ShopRow } from '../../../infra/ops/shop-rows.ts';

const rowsOf = (count: number): ShopRow[] =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    shopId: `${index}`,
    wish: { state: 'active', timeZone: 'UTC' },
  }));

function run(count: number, set: (row: ShopRow) => Promise<void>, stop = new AbortController().signal) {
  const noted: string[] = [];
  let steps = 0;
  const add = async ({ shopId }: ShopRow) => void noted.push(shopId);
  const progress = () => void (steps += 1);
  const job = { rows: rowsOf(count), journal: { add }, concurrency: 4, set, progress, stop };
  return { noted, steps: () => steps, result: setMany(job) };
}

describe('setting many shops', () => {
  it('asks for each once, a few at a time, and notes it when it is done', async () => {
    const asked: string[] = [];
    let inFlight = 0;
    let most = 0;
    const { noted, steps, result } = run(50, async ({ shopId }) => {
      asked.push(shopId);
      most = Math.max(most, ++inFlight);
      await sleep(1);
      inFlight -= 1;
    });
    expect(await result).toEqual({ done: 50, failures: [], notBegun: 0 });
    expect([new Set(asked).size, asked.length, noted.length, steps(), most]).toEqual([50, 50, 50, 50, 4]);
  });

  it('goes on past a row that fails, and does not note it', async () => {
    const { noted, result } = run(10, async ({ shopId }) => {
      if (shopId === '3') throw new Error('refused');
    });
    expect(await result).toMatchObject({ done: 9, failures: [{ row: { line: 5 } }], notBegun: 0 });
    expect(noted).not.toContain('3');
  });

  it('stops when nothing works any more', async () => {
    const { result } = run(1000, () => Promise.reject(new Error('down')));
    const { done, failures, notBegun } = await result;
    expect(done).toBe(0);
    expect(failures.length).toBeLessThanOrEqual(24);
    expect(failures.length + notBegun).toBe(1000);
  });

  it('finishes what is in flight when it is to stop, and begins no more', async () => {
    const stop = new AbortController();
    const { noted, result } = run(
      100,
      async ({ shopId }) => {
        if (shopId === '10') stop.abort();
        await sleep(1);
      },
      stop.signal,
    );
    const { done, notBegun } = await result;
    expect(noted).toHaveLength(done);
    expect(done).toBeLessThan(16);
    expect(done + notBegun).toBe(100);
  });
});

describe('progress', () => {
  it('says how far it is and how long it takes', () => {
    expect(progressText(0, 10, 0)).toBe(`[${' '.repeat(30)}] 0 of 10, 0 %, 0 a second`);
    expect(progressText(5, 10, 1000)).toBe(`[${'#'.repeat(15)}${' '.repeat(15)}] 5 of 10, 50 %, 5 a second, 1 s left`);
    expect(progressText(10, 10, 1000)).toBe(`[${'#'.repeat(30)}] 10 of 10, 100 %, 10 a second`);
    expect(progressText(0, 0, 0)).toContain('0 of 0, 100 %');
  });

  it.each([
    [true, 4],
    [false, 2],
  ])('moves in a terminal (%s) and is a line now and then elsewhere', (terminal, shown) => {
    let time = 0;
    const written: string[] = [];
    const progress = createProgress({
      total: 3,
      terminal,
      write: (text) => void written.push(text),
      now: () => time,
    });
    for (const at of [50, 150, 2500]) {
      time = at;
      progress.step();
    }
    progress.end();
    const states = written.filter((text) => text.includes('of 3'));
    expect(states).toHaveLength(shown);
    expect(states.every((text) => (terminal ? text.startsWith('\r') : text.endsWith('\n')))).toBe(true);
    expect(written.at(-1)?.endsWith('\n')).toBe(true);
  });
});
