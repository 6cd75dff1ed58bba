import { describe, expect, it } from 'vitest';
import { createClock } from '../../../../core/state/clock.ts';
import { countingJournal } from '../../../builders/counting-journal.ts';

describe('createClock', () => {
  it('shows the time of the machine until it is advanced', () => {
    const clock = createClock(countingJournal().journal);
    const before = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    expect(clock.realNow()).toBeLessThanOrEqual(Date.now());
    expect(clock.sharedOffset[0]).toBe(0);
  });

  it('moves forward by whole milliseconds, and tells its listeners afterwards, in their order', () => {
    const clock = createClock(countingJournal().journal);
    const seen: string[] = [];
    for (const who of ['first', 'second']) clock.onAdvance(() => seen.push(`${who} ${clock.sharedOffset[0]}`));
    clock.advance(90);
    clock.advance(0.0005);
    expect(seen).toEqual(['first 90000', 'second 90000', 'first 90001', 'second 90001']);
    expect(clock.now() - clock.realNow()).toBeGreaterThanOrEqual(90_000);
  });

  it('keeps its offset over a restart, and adds to it', () => {
    const { journal, kept } = countingJournal();
    createClock(journal).advance(90);
    const again = createClock(journal);
    again.advance(0.5);
    expect(createClock(journal).sharedOffset[0]).toBe(90_500);
    expect(kept('clock')).toBe(2);
  });

  it('shows an advance to whoever holds its memory', () => {
    const clock = createClock(countingJournal().journal);
    const inWorker = new Float64Array(clock.sharedOffset.buffer);
    clock.advance(1);
    expect(inWorker[0]).toBe(1_000);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses to advance by %s seconds', (seconds) => {
    const { journal, written } = countingJournal();
    const clock = createClock(journal);
    clock.onAdvance(() => expect.unreachable());
    expect(() => clock.advance(seconds)).toThrow(`only moves forward: cannot advance it by ${seconds} seconds`);
    expect([clock.sharedOffset[0], written.appended]).toEqual([0, 0]);
  });
});
