import { beforeEach, describe, expect, it } from 'vitest';
import { readCsv } from '../../../../shared/csv/read-csv.ts';
import { unguard } from '../../../../shared/csv/guard-rules.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyer, saveProfile } from '../../../builders/items/known-buyer.ts';
import { oddNames } from '../../../builders/items/odd-names.ts';
import { savedBySpreadsheet } from '../../../builders/items/spreadsheet.ts';
import { buildBulkSeller } from '../../../builders/worlds/bulk.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

describe.each(engines())('an exported list on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const [shop, ann] = [seller('shop'), buildBulkSeller(table, clock, 'shop')];
  const idOf = (at: number): string => String(7_311_111_111_111_111_111n + BigInt(at));
  const kept = ['username', 'buyerId', 'reason', 'note', 'scope', 'duration'] as const;
  const shown = async () =>
    ((await shop.list({ limit: '100' })).body['items'] as Record<string, unknown>[])
      .map((block) => Object.fromEntries(kept.map((name) => [name, block[name]])))
      .toSorted((one, other) => String(one['buyerId']).localeCompare(String(other['buyerId'])));

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop', { quotas: { blocks: 100, newBlocksPerDay: 1000 } });
    const rows: object[] = [];
    for (const [at, username] of oddNames.entries()) {
      await knowBuyer(table, idOf(at), 'shop');
      await saveProfile(table, idOf(at), { username, revision: 2 });
      // Notes hold no control characters but tabs and line breaks.
      const hasNote = !username.includes('\u0001');
      rows.push({
        ...{ username, reason: at % 2 === 0 ? 'harassment' : 'order_abuse', scope: 'user_id_only' },
        ...{ duration: at % 3 === 0 ? 'permanent' : '90_days', ...(hasNote && { note: `${username}\n"${username}"` }) },
      });
    }
    const { body } = await ann.json(rows);
    if (body.summary['created'] !== oddNames.length) throw new Error(JSON.stringify(body.summary));
  });

  it('holds no cell that a spreadsheet runs, or takes for a number', async () => {
    const { text, headers } = await ann.export('blocks');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="blocks-shop.csv"',
    });
    expect(text.startsWith('\uFEFFusername,buyerId,')).toBe(true);
    const { header, rows } = readCsv(text);
    expect(rows).toHaveLength(oddNames.length);
    for (const cell of [header, ...rows].flat()) expect(cell).not.toMatch(/^([=+\-@\t\r\s]|\d+$)/);
    const names = rows.map(([username = '']) => unguard(username));
    expect(names.toSorted()).toEqual(oddNames.toSorted());
  });

  it.each([
    ['as it is', (text: string) => text],
    ['saved again by a spreadsheet', (text: string) => savedBySpreadsheet(text)],
    ['saved again with semicolons', (text: string) => savedBySpreadsheet(text, { separator: ';' })],
    [
      'saved again with tabs, twice',
      (text: string) => savedBySpreadsheet(savedBySpreadsheet(text), { separator: '\t' }),
    ],
  ])('%s, makes the same list when it is imported', async (_, through) => {
    const before = await shown();
    const file = through((await ann.export('blocks')).text);
    for (const at of oddNames.keys()) await shop.remove(idOf(at));
    const dry = await ann.csv(file, { dryRun: true });
    expect(dry.body.summary).toEqual({ would_create: oddNames.length });
    expect((await ann.csv(file)).body.summary).toEqual({ created: oddNames.length });
    expect(await shown()).toEqual(before);
  });

  it('of the activity names who did what, guarded alike', async () => {
    const { header, rows } = readCsv((await ann.export('activity')).text);
    const cellOf = (row: readonly string[] | undefined, name: string) => row?.[header.indexOf(name)];
    const blocked = rows.filter((row) => cellOf(row, 'type') === 'Buyer Blocked');
    expect(blocked).toHaveLength(oddNames.length);
    expect(cellOf(blocked[0], 'actorId')).toBe("'ann");
    expect(cellOf(blocked[0], 'buyerId')).toMatch(/^'73111\d{14}$/);
  });

  it('of waivers is a header where there is none', async () => {
    expect((await ann.export('waivers')).text).toMatch(/^\uFEFFsubjectType,subjectId,.*\r\n$/);
  });

  it('leads on by its cursor, which no other list takes', async () => {
    const { rows } = readCsv((await ann.export('blocks')).text);
    const page = await shop.list({ limit: '20' });
    const rest = await ann.export('blocks', { cursor: String(page.body['nextCursor']) });
    expect(readCsv(rest.text).rows).toEqual(rows.slice(20));
    expect(rest.headers).not.toHaveProperty('link');
    expect((await ann.export('waivers', { cursor: String(page.body['nextCursor']) })).status).toBe(400);
  });
});
