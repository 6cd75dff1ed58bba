import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('compacts one topic, leaves the others, and goes on after it was closed', () => {
    const journal = openJournal(directory);
    for (const topic of ['a', 'b']) for (const value of [1, 2]) journal.append({ topic, value });
    journal.compact('a', ['short']);
    journal.close();
    journal.append({ topic: 'a', value: 'next' });
    expect([journal.replay('a'), journal.replay('b')]).toEqual([
      ['short', 'next'],
      [1, 2],
    ]);
  });

  it('keeps nothing without a folder', () => {
    const journal = openJournal(undefined);
    journal.append({ topic: 'a', value: 1 });
    expect(journal.replay('a')).toEqual([]);
  });
});
