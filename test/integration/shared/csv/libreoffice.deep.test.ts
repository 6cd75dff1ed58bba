import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unguard } from '../../../../shared/csv/guard-rules.ts';
import { readCsv } from '../../../../shared/csv/read-csv.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { knowBuyer, saveProfile } from '../../../builders/items/known-buyer.ts';
import { oddNames } from '../../../builders/items/odd-names.ts';
import { savedBySpreadsheet } from '../../../builders/items/spreadsheet.ts';
import { buildBulkSeller } from '../../../builders/worlds/bulk.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const run = promisify(execFile);
const program = process.env['SSC_SOFFICE'] ?? 'soffice';
const isThere = await run(program, ['--headless', '--version']).then(
  () => true,
  () => false,
);
if (!isThere)
  console.warn(
    'LibreOffice is not here (apt-get install libreoffice-calc-nogui, or SSC_SOFFICE): what Calc makes of an export is not seen; a reader that behaves like it is tested all the same.',
  );

/** As its window opens a file with the mark of UTF-8, and with the setting that takes most for numbers and dates. */
const opening = '--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';

/** As its window saves CSV: every cell as shown, the separator's code first, then quotes, UTF-8. */
const saving = (separator: number) => `csv:Text - txt - csv (StarCalc):${separator},34,76,1,,0,false,true,false`;

/** A column of `=1+1` that nobody guards: proof that this Calc runs what it may. */
const unguarded = 'a,b\r\n=1+1,7311111111111111111\r\n';

describe.skipIf(!isThere).each(usualEngines())('an export in LibreOffice Calc, with blocks on %s', (engine) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-calc-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a file in Calc and saves it again. */
  async function savedAgain(text: string, separator = 44): Promise<string> {
    const [file, out] = [join(folder, 'file.csv'), join(folder, 'out')];
    writeFileSync(file, text);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run(program, ['--headless', profile, opening, '--convert-to', saving(separator), '--outdir', out, file]);
    return readFileSync(join(out, 'file.csv'), 'utf8');
  }

  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const [shop, ann] = [seller('shop'), buildBulkSeller(table, clock, 'shop')];
  const idOf = (at: number): string => String(7_311_111_111_111_111_111n + BigInt(at));

  it('comes back unharmed and runs nothing, and is imported as it was', async () => {
    await ops.set('shop', { quotas: { blocks: 100, newBlocksPerDay: 1000 } });
    for (const [at, username] of oddNames.entries()) {
      await knowBuyer(table, idOf(at), 'shop');
      await saveProfile(table, idOf(at), { username, revision: 2 });
    }
    const common = { reason: 'harassment', note: 'a\tb\n"c"; =d', scope: 'user_id_only', duration: '90_days' };
    await ann.json(oddNames.map((username) => ({ username, ...common })));
    const file = (await ann.export('blocks')).text;
    const before = readCsv(file);

    for (const separator of [44, 59]) {
      const saved = await savedAgain(file, separator);
      const after = readCsv(saved);
      expect(after).toEqual(before);
      const column = (name: string) => after.rows.map((row) => unguard(row[after.header.indexOf(name)] ?? ''));
      expect(column('username').toSorted()).toEqual(oddNames.toSorted());
      expect(column('buyerId').toSorted()).toEqual(oddNames.map((_, at) => idOf(at)).toSorted());

      for (const at of oddNames.keys()) await shop.remove(idOf(at));
      expect((await ann.csv(saved, { dryRun: true })).body.summary).toEqual({ would_create: oddNames.length });
      expect((await ann.csv(saved)).body.summary).toEqual({ created: oddNames.length });
    }
  });

  it('is what the reader of the plain tests makes of it', async () => {
    const saved = await savedAgain(unguarded);
    expect(readCsv(saved).rows).toEqual([['2', '7.31111111111111E+018']]);
    expect(readCsv(savedBySpreadsheet(unguarded)).rows[0]?.[1]).toBe('7.31111111111111E+018');
  });
});
