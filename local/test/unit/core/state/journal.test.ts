import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('openJournal', () => {
  it('gives back what was appended, in order and by topic, after it is opened again', () => {
    const journal = openJournal(directory);
    journal.append({ topic: 'a', value: { n: 1 } });
    journal.append({ topic: 'b/c', value: 'lone \uD800 surrogate' });
    journal.append({ topic: 'a', value: { n: 2 } });
    const again = openJournal(directory);
    expect(again.replay('a')).toEqual([{ n: 1 }, { n: 2 }]);
    expect(again.replay('b/c')).toEqual(['lone \uD800 surrogate']);
    expect(again.replay('never written')).toEqual([]);
  });

  it('drops a torn last record and goes on behind the whole ones', () => {
    openJournal(directory).append({ topic: 'a', value: 1 });
    appendFileSync(join(directory, 'a.jsonl'), '{"torn":');
    const journal = openJournal(directory);
    journal.append({ topic: 'a', value: 2 });
    expect(openJournal(directory).replay('a')).toEqual([1, 2]);
  });

  it('names file and line of a damaged record', () => {
    openJournal(directory).append({ topic: 'a', value: 1 });
    appendFileSync(join(directory, 'a.jsonl'), 'damage\n');
    expect(() => openJournal(directory).replay('a')).toThrow(/a\.jsonl:2 is not a journal record/);
  });

  it('replaces a history by a shorter one and appends behind it', () => {
    const journal = openJournal(directory);
    for (let n = 0; n < 50; n += 1) journal.append({ topic: 'a', value: n });
    journal.compact('a', ['short']);
    journal.append({ topic: 'a', value: 'next' });
    expect(readFileSync(join(directory, 'a.jsonl'), 'utf8')).toBe('"short"\n"next"\n');
  });

  it('keeps nothing without a folder', () => {
    const journal = openJournal(undefined);
    journal.append({ topic: 'a', value: 1 });
    expect(journal.replay('a')).toEqual([]);
  });
});

describe('createClock', () => {
  it('moves forward, tells its listeners and keeps the offset over a restart', () => {
    const clock = createClock(openJournal(directory));
    const seen: number[] = [];
    clock.onAdvance(() => seen.push(clock.now() - clock.realNow()));
    clock.advance(90);
    clock.advance(0.5);
    expect(seen).toEqual([90_000, 90_500]);
    expect(createClock(openJournal(directory)).sharedOffset[0]).toBe(90_500);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses to advance by %s seconds', (seconds) => {
    expect(() => createClock(openJournal(undefined)).advance(seconds)).toThrow(/only moves forward/);
  });
});
