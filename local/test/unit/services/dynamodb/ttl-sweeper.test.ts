import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { createTtlRemovals } from '../../../../services/dynamodb/ttl-removals.ts';
import { createTtlSweeper, sweepRoutes } from '../../../../services/dynamodb/ttl-sweeper.ts';
import { buildDeployment, buildTable } from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A started sweeper of one table, in which nothing ever expires. What it deletes from a real engine stands in its integration test. */
function start(fails = false) {
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const removals = createTtlRemovals(journal, clock.realNow);
  const { lines, log } = collectLog();
  const seen = { scans: 0 };
  const scan = async <Answer>(): Promise<Answer> => {
    seen.scans += 1;
    if (fails) throw new Error('as asked');
    return {} as Answer;
  };
  const client = { table: scan, streams: scan };
  const sweeper = createTtlSweeper(buildDeployment({ tables: [buildTable()] }), { client, clock, removals, log });
  sweeper.start();
  return { sweeper, clock, lines, seen, pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds) };
}

describe('a started sweeper', () => {
  it('sweeps each minute', async () => {
    const { seen, pass } = start();
    await pass(59_999);
    expect(seen.scans).toBe(0);
    await pass(1);
    expect(seen.scans).toBe(1);
    await pass(60_000);
    expect(seen.scans).toBe(2);
  });

  it('sweeps late after the clock was advanced, as nobody may rely on it', async () => {
    const { clock, seen, pass } = start();
    clock.advance(3_600);
    await pass(1_999);
    expect(seen.scans).toBe(0);
    await pass(1);
    expect(seen.scans).toBe(1);
  });

  it('says that a sweep failed, and goes on', async () => {
    const { lines, seen, pass } = start(true);
    await pass(120_000);
    expect(lines[0]).toBe('Time to live: the sweep failed and will be tried again: Error: as asked');
    expect([lines.length, seen.scans]).toEqual([2, 2]);
  });

  it('does nothing more once it is closed', async () => {
    const { sweeper, clock, seen, pass } = start();
    clock.advance(1);
    await sweeper.close();
    clock.advance(1);
    await pass(120_000);
    expect([seen.scans, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('sweepRoutes', () => {
  it('sweeps on request, and tells how many items went', async () => {
    const answer = await sweepRoutes({ sweep: async () => 3 })['POST /_local/ttl-sweep']?.({} as never);
    expect(answer).toMatchObject({ status: 200, body: '{"deleted":3}' });
  });
});
