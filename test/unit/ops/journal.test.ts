import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../ops/journal.ts';
import type { ShopRow } from '../../../ops/shop-rows.ts';

let folder = '';
const path = () => join(folder, 'shops.csv.done');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ssc-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const row = (shopId: string, timeZone = 'UTC'): ShopRow => ({
  line: 2,
  shopId,
  wish: { state: 'active', timeZone, notify: { channel: 'email', address: 'ann@example.com' } },
});

describe('the journal of a file', () => {
  it('knows after a break what is done, for this wish and this deployment', async () => {
    const first = await openJournal(path(), 'http://a');
    expect(first.isDone(row('1'))).toBe(false);
    await Promise.all([first.add(row('1')), first.add(row('2'))]);
    await first.close();

    const second = await openJournal(path(), 'http://a');
    expect(['1', '2', '3'].map((shopId) => second.isDone(row(shopId)))).toEqual([true, true, false]);
    expect(second.isDone(row('1', 'Asia/Tokyo'))).toBe(false);
    await second.close();
    const elsewhere = await openJournal(path(), 'http://b');
    expect(elsewhere.isDone(row('1'))).toBe(false);
    await elsewhere.close();
  });

  it('counts the last wish of a shop: who goes there and back is asked each time', async () => {
    const journal = await openJournal(path(), 'http://a');
    for (const timeZone of ['UTC', 'Asia/Tokyo']) await journal.add(row('1', timeZone));
    await journal.close();
    const later = await openJournal(path(), 'http://a');
    expect(['UTC', 'Asia/Tokyo'].map((timeZone) => later.isDone(row('1', timeZone)))).toEqual([false, true]);
    await later.close();
    const elsewhere = await openJournal(path(), 'http://b');
    await elsewhere.add(row('1', 'UTC'));
    await elsewhere.close();
    const back = await openJournal(path(), 'http://a');
    expect(back.isDone(row('1', 'Asia/Tokyo'))).toBe(true);
    await back.close();
  });

  it('forgets rows for good, here and not elsewhere', async () => {
    for (const url of ['http://a', 'http://b']) {
      const journal = await openJournal(path(), url);
      for (const shopId of ['1', '2']) await journal.add(row(shopId));
      await journal.close();
    }
    const journal = await openJournal(path(), 'http://a');
    await journal.forget([row('1'), row('2')]);
    await journal.add(row('2'));
    const done = (one: typeof journal) => ['1', '2'].map((shopId) => one.isDone(row(shopId)));
    expect(journal.isDone(row('1'))).toBe(false);
    await journal.close();
    const later = await openJournal(path(), 'http://a');
    expect(done(later)).toEqual([false, true]);
    await later.close();
    const elsewhere = await openJournal(path(), 'http://b');
    expect(done(elsewhere)).toEqual([true, true]);
    await elsewhere.close();
  });

  it('goes on behind a line that was cut short, which counts for nothing', async () => {
    const first = await openJournal(path(), 'http://a');
    await first.add(row('1'));
    await first.close();
    appendFileSync(path(), readFileSync(path(), 'utf8').replace('1 ', '2 ').trimEnd());
    const second = await openJournal(path(), 'http://a');
    expect(second.isDone(row('2'))).toBe(false);
    await second.add(row('3'));
    await second.close();
    const third = await openJournal(path(), 'http://a');
    expect(['1', '3'].map((shopId) => third.isDone(row(shopId)))).toEqual([true, true]);
    await third.close();
  });

  it('is for its owner, and holds nobody’s address', async () => {
    const journal = await openJournal(path(), 'http://a');
    await journal.add(row('1'));
    await journal.close();
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readFileSync(path(), 'utf8')).toMatch(/^1 [\w-]{11} [\w-]{22}\n$/);
  });

  it('cannot be opened where a folder stands', async () => {
    await expect(openJournal(folder, 'http://a')).rejects.toThrow('EISDIR');
  });
});
