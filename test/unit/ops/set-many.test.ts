import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { setMany } from '../../../ops/set-many.ts';
import type { SetManyJob } from '../../../ops/set-many.ts';
import type { ShopRow } from '../../../ops/shop-rows.ts';

const rowsOf = (count: number): ShopRow[] =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    shopId: `${index}`,
    wish: { state: 'active', timeZone: 'UTC' },
  }));

function run(count: number, set: (row: ShopRow) => Promise<void>, overrides: Partial<SetManyJob> = {}) {
  const noted: string[] = [];
  const steps: string[] = [];
  const result = setMany({
    rows: rowsOf(count),
    journal: { add: async ({ shopId }) => void noted.push(shopId) },
    concurrency: 4,
    set,
    isHopeless: () => false,
    progress: (outcome) => void steps.push(outcome),
    stop: new AbortController().signal,
    ...overrides,
  });
  return { noted, steps, result };
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
    expect([new Set(asked).size, asked.length, noted.length, steps.length, most]).toEqual([50, 50, 50, 50, 4]);
  });

  it('goes on past a row that fails, and does not note it', async () => {
    const { noted, steps, result } = run(10, async ({ shopId }) => {
      if (shopId === '3') throw new Error('refused');
    });
    expect(await result).toEqual({
      done: 9,
      failures: [{ row: expect.objectContaining({ line: 5 }), error: expect.any(Error) }],
      notBegun: 0,
    });
    expect(noted).not.toContain('3');
    expect(steps.filter((outcome) => outcome === 'failed')).toHaveLength(1);
  });

  it('stops when nothing works any more', async () => {
    const { result } = run(1000, () => Promise.reject(new Error('down')));
    const { done, failures, notBegun, gaveUp } = await result;
    expect([done, gaveUp]).toEqual([0, '20 rows in a row failed']);
    expect(failures.length).toBeLessThanOrEqual(24);
    expect(failures.length + notBegun).toBe(1000);
  });

  it('stops at once when every row would end the same way, or when it can no longer note what is done', async () => {
    const expired = run(1000, () => Promise.reject(new Error('expired')), { isHopeless: () => true });
    const full = run(1000, async () => undefined, { journal: { add: () => Promise.reject(new Error('ENOSPC')) } });
    for (const { result } of [expired, full]) {
      const { done, failures, gaveUp } = await result;
      expect([done, gaveUp]).toEqual([0, 'every other row would end the same way']);
      expect(failures.length).toBeLessThanOrEqual(4);
    }
    expect((await full.result).failures[0]?.error).toMatchObject({
      message: 'was set, but that could not be noted: ENOSPC',
    });
  });

  it('finishes what is in flight when it is to stop, and begins no more', async () => {
    const stop = new AbortController();
    const { noted, result } = run(
      100,
      async ({ shopId }) => {
        if (shopId === '10') stop.abort();
        await sleep(1);
      },
      { stop: stop.signal },
    );
    const { done, notBegun } = await result;
    expect(noted).toHaveLength(done);
    expect(done).toBeLessThan(16);
    expect(done + notBegun).toBe(100);
  });
});
