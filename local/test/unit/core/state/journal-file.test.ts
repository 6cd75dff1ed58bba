import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournalFile } from '../../../../core/state/journal-file.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-file-'));
  path = join(folder, 'a.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));
const text = () => readFileSync(path, 'utf8');

describe('openJournalFile', () => {
  it('has a value on the disk when append returns, one in each line', () => {
    const file = openJournalFile(path);
    file.append({ text: 'two\nlines, ü' });
    expect(text()).toBe('{"text":"two\\nlines, ü"}\n');
    file.append(null);
    expect(file.read()).toEqual([{ text: 'two\nlines, ü' }, null]);
    file.close();
  });

  it.each([
    ['behind whole ones', '1\n{"torn":', [1, 2]],
    ['in the middle of a character', Buffer.from('1\n"ü').subarray(0, 4), [1, 2]],
    ['at the very beginning', '{"torn":', [2]],
  ])('drops a record that was torn %s, and writes behind the rest', (_, content, values) => {
    writeFileSync(path, content);
    const file = openJournalFile(path);
    file.append(2);
    expect(file.read()).toEqual(values);
    file.close();
  });

  it('names file and line of a damaged record', () => {
    writeFileSync(path, '1\ndamage\n3\n');
    const file = openJournalFile(path);
    expect(() => file.read()).toThrow(`${path}:2 is not a journal record`);
    file.close();
  });

  it('replaces a history by another one and appends behind it', () => {
    const file = openJournalFile(path);
    for (let n = 0; n < 50; n += 1) file.append(n);
    file.replace(['short']);
    file.append('next');
    expect(text()).toBe('"short"\n"next"\n');
    file.replace([]);
    file.append('last');
    expect(text()).toBe('"last"\n');
    file.close();
  });

  it('writes a replacement of several chunks whole, over what an earlier crash has left of one', () => {
    const file = openJournalFile(path);
    writeFileSync(`${path}.new`, 'x'.repeat(100_000));
    const values = Array.from({ length: 2_500 }, (_, n) => n);
    file.replace(values);
    expect(file.read()).toEqual(values);
    expect(existsSync(`${path}.new`)).toBe(false);
    file.close();
  });

  it('sees what another one appended to the same file meanwhile', () => {
    const file = openJournalFile(path);
    appendFileSync(path, '"theirs"\n');
    file.append('ours');
    expect(file.read()).toEqual(['theirs', 'ours']);
    file.close();
  });
});
