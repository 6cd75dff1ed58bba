import { describe, expect, it } from 'vitest';
import { createScheduleJournal } from '../../../../services/scheduler/schedule-journal.ts';
import type { BookedSchedule } from '../../../../services/scheduler/schedule-journal.ts';
import { countingJournal } from '../../../builders/counting-journal.ts';

function booked(arn: string, overrides: Partial<BookedSchedule> = {}): BookedSchedule {
  const model = {
    name: arn,
    arn,
    path: arn,
    expression: 'rate(1 minute)',
    timeZone: 'UTC',
    enabled: true,
    targetArn: 'arn:q',
    roleArn: 'arn:r',
  };
  return { model, group: 'alerts', deletesItself: true, createdAt: 1, modifiedAt: 1, completed: false, ...overrides };
}

describe('createScheduleJournal', () => {
  it('gives back what stands, with when it fired last', () => {
    const { journal } = countingJournal();
    const first = createScheduleJournal(journal);
    expect(first.restored).toEqual([]);
    for (const arn of ['a', 'b', 'gone']) first.put(booked(arn));
    first.fired('a', 10);
    first.fired('a', 20);
    first.remove('gone');
    expect(createScheduleJournal(journal).restored).toEqual([
      { schedule: booked('a'), firedAt: 20 },
      { schedule: booked('b') },
    ]);
  });

  it('forgets the firings of a schedule that was put anew, and of one that is not there', () => {
    const { journal } = countingJournal();
    const first = createScheduleJournal(journal);
    first.put(booked('a'));
    first.fired('a', 10);
    first.put(booked('a', { modifiedAt: 11 }));
    first.fired('gone', 10);
    first.remove('never there');
    expect(createScheduleJournal(journal).restored).toEqual([{ schedule: booked('a', { modifiedAt: 11 }) }]);
  });

  it('writes down what stands, and nothing else, at each start', () => {
    const { journal, kept } = countingJournal();
    const first = createScheduleJournal(journal);
    expect(kept('schedule-book')).toBe(0);
    for (const arn of ['a', 'b']) first.put(booked(arn));
    for (const at of [1, 2, 3]) first.fired('a', at);
    expect(kept('schedule-book')).toBe(5);
    createScheduleJournal(journal);
    expect(kept('schedule-book')).toBe(3);
    expect(createScheduleJournal(journal).restored).toHaveLength(2);
  });

  it('shortens a history that has become several times as long as what stands', () => {
    const { journal, written, kept } = countingJournal();
    const book = createScheduleJournal(journal);
    book.put(booked('a'));
    for (let at = 1; at < 4_500; at += 1) book.fired('a', at);
    expect(kept('schedule-book')).toBeLessThan(2_000);
    expect(written.rewritten).toBeLessThan(10);
    expect(createScheduleJournal(journal).restored).toEqual([{ schedule: booked('a'), firedAt: 4_499 }]);
  });

  it('leaves a long history alone as long as all of it stands', () => {
    const { journal, written } = countingJournal();
    const book = createScheduleJournal(journal);
    for (let n = 0; n < 2_500; n += 1) book.put(booked(`s${n}`));
    expect(written.rewritten).toBe(0);
  });
});
