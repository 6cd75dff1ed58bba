import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createScheduleBook } from '../../../../services/scheduler/schedule-book.ts';
import type { BookedSchedule } from '../../../../services/scheduler/schedule-journal.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { countingJournal } from '../../../builders/counting-journal.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const start = Date.parse('2026-11-22T10:00:00Z');
const arnOf = (name: string) => `arn:aws:scheduler:us-east-1:000000000000:schedule/alerts/${name}`;

function booked(name: string, expression: string, overrides: Partial<BookedSchedule> = {}): BookedSchedule {
  const arn = arnOf(name);
  return {
    model: {
      name,
      arn,
      path: arn,
      expression,
      timeZone: 'UTC',
      enabled: true,
      targetArn: 'arn:aws:sqs:us-east-1:000000000000:deadlines',
      roleArn: 'arn:aws:iam::000000000000:role/schedules',
    },
    group: 'alerts',
    deletesItself: true,
    createdAt: start,
    modifiedAt: start,
    completed: false,
    ...overrides,
  };
}

/** A book on a folder, which `again` opens as after a SIGKILL: nothing is closed in an orderly way. */
function open() {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  folders.push(folder);
  const again = (now = start) => createScheduleBook({ journal: openJournal(folder), clock: { now: () => now } });
  return { book: again(), again, lines: () => readFileSync(join(folder, 'schedule-book.jsonl'), 'utf8').split('\n') };
}

const names = (due: readonly { readonly model: { readonly name: string } }[]) => due.map(({ model }) => model.name);

describe('createScheduleBook', () => {
  it('hands out a one-time schedule once, at its instant, and forgets it when it is settled', () => {
    const { book, again } = open();
    book.put(booked('a', 'at(2026-11-22T10:05:00)'));
    expect(book.takeDue(start + 299_999)).toEqual([]);
    const [due] = book.takeDue(start + 300_000);
    expect(due).toMatchObject({ model: { name: 'a' }, scheduledTime: start + 300_000 });
    expect(book.takeDue(start + 400_000)).toEqual([]);
    expect(book.find(arnOf('a'))).toBeDefined();
    due?.settle();
    expect(book.find(arnOf('a'))).toBeUndefined();
    expect([...again().all()]).toEqual([]);
  });

  it('fires again after a SIGKILL what was on its way', () => {
    const { book, again } = open();
    book.put(booked('a', 'at(2026-11-22T10:05:00)'));
    expect(names(book.takeDue(start + 300_000))).toEqual(['a']);
    expect(names(again().takeDue(start + 300_000))).toEqual(['a']);
  });

  it('hands out at once what lies in the past', () => {
    const { book } = open();
    book.put(booked('a', 'at(2020-01-01T00:00:00)'));
    expect(names(book.takeDue(start))).toEqual(['a']);
  });

  it('keeps one that does not delete itself, without firing it again', () => {
    const { book, again } = open();
    book.put(booked('a', 'at(2026-11-22T10:05:00)', { deletesItself: false }));
    book.takeDue(start + 300_000)[0]?.settle();
    expect(book.find(arnOf('a'))?.completed).toBe(true);
    expect(again().takeDue(start + 600_000)).toEqual([]);
  });

  it('leaves out what was removed, moved or disabled', () => {
    const { book } = open();
    for (const name of ['removed', 'moved', 'disabled', 'left']) book.put(booked(name, 'at(2026-11-22T10:05:00)'));
    book.remove(arnOf('removed'));
    book.put(booked('moved', 'at(2026-11-22T11:00:00)'));
    const { model } = booked('disabled', 'at(2026-11-22T10:05:00)');
    book.put(booked('disabled', '', { model: { ...model, enabled: false } }));
    expect(names(book.takeDue(start + 300_000))).toEqual(['left']);
    expect(names(book.takeDue(start + 3_600_000))).toEqual(['moved']);
  });

  it('does not settle one that was replaced while it was on its way', () => {
    const { book } = open();
    book.put(booked('a', 'at(2026-11-22T10:05:00)'));
    const [due] = book.takeDue(start + 300_000);
    book.put(booked('a', 'at(2026-11-22T11:00:00)'));
    due?.settle();
    expect(names(book.takeDue(start + 3_600_000))).toEqual(['a']);
  });

  it('fires a recurring one once however often it fell due, and goes on after a restart', () => {
    const { book, again } = open();
    book.put(booked('rate', 'rate(1 minute)'));
    expect(book.takeDue(start + 59_999)).toEqual([]);
    expect(names(book.takeDue(start + 600_000))).toEqual(['rate']);
    expect(book.takeDue(start + 600_001)).toEqual([]);
    const reopened = again();
    expect(reopened.takeDue(start + 659_999)).toEqual([]);
    expect(names(reopened.takeDue(start + 660_000))).toEqual(['rate']);
  });

  it('writes each schedule and its end once, and few of them again, with ten thousand schedules', () => {
    const { journal, written, kept } = countingJournal();
    const clock = { now: () => start };
    const book = createScheduleBook({ journal, clock });
    const at = (index: number) => new Date(start + index * 1000).toISOString().slice(0, 19);
    for (let index = 0; index < 10_000; index += 1) book.put(booked(`s${index}`, `at(${at(index)})`));
    const due = book.takeDue(start + 9_000_000);
    expect(due).toHaveLength(9_001);
    for (const { settle } of due) settle();
    expect(written.appended).toBe(19_001);
    expect(written.rewritten).toBeLessThan(5_000);
    expect(kept('schedule-book')).toBeLessThan(5_000);
    expect([...createScheduleBook({ journal, clock }).all()]).toHaveLength(999);
    expect(kept('schedule-book')).toBe(999);
  });
});
