import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAccess } from '../../../ops/access-command.ts';
import { grantMany } from '../../../ops/grant-many.ts';
import type { ServiceApi } from '../../../ops/service-api.ts';
import { ServiceRefusal } from '../../../ops/service-refusal.ts';
import { fakeAdminApi, invited } from '../../builders/fakes/fake-admin-api.ts';

describe('a file of shops', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function grant(api: ServiceApi | undefined, text: string | Buffer, options: object = {}) {
    const lines: string[] = [];
    const file = join(folder, 'shops.csv');
    writeFileSync(file, text);
    const command = {
      name: 'grant-many',
      file,
      dryRun: false,
      skipBad: false,
      again: false,
      concurrency: 2,
      ...options,
    } as const;
    const progress = { write: () => undefined, terminal: false };
    const write = (line: string) => void lines.push(line.replace(folder, ''));
    const stop = new AbortController().signal;
    return { complete: await grantMany(command, { ...(api ? { api } : {}), write, progress, stop }), lines };
  }
  const good = 'shopId,timeZone\n1,UTC\n2,UTC\n3,UTC\n';

  it('is left alone while a row is wrong, unless it is to be left out', async () => {
    const { api, puts } = fakeAdminApi();
    const text = `${good}4,Mars\n`;
    const refused = await grant(api, text);
    expect(refused).toMatchObject({ complete: false });
    expect(refused.lines[0]).toBe('/shops.csv, line 5, timeZone: must be an IANA time zone');
    expect(puts).toEqual([]);
    expect(await grant(api, text, { skipBad: true })).toMatchObject({ complete: false });
    expect(puts).toHaveLength(3);
  });

  it('is gone on with where some rows failed', async () => {
    const { api, puts, refused } = fakeAdminApi();
    refused.add('2');
    const first = await grant(api, good);
    expect(first.complete).toBe(false);
    expect(first.lines).toContain('/shops.csv, line 3, shop 2: 503 unavailable');
    refused.clear();
    const second = await grant(api, good);
    expect(second).toMatchObject({ complete: true });
    expect(second.lines[0]).toContain('2 rows were done before and left alone now');
    expect(second.lines[0]).toContain('/shops.csv.done, the journal of earlier runs, says so. With --again all');
    expect(puts.map(([shopId]) => shopId)).toEqual(['1', '3', '2']);
  });

  it('is given up at once when the credentials have expired, and gone on with after the next sign-in', async () => {
    const { api, puts } = fakeAdminApi();
    const expired: ServiceApi = {
      ...api,
      call: (method, path, body) =>
        puts.length < 2 ? api.call(method, path, body) : Promise.reject(new ServiceRefusal(403, '403 expired')),
    };
    const rows = Array.from({ length: 50 }, (_, index) => `shop-${index},UTC`).join('\n');
    const first = await grant(expired, `shopId,timeZone\n${rows}\n`, { concurrency: 1 });
    expect(first.complete).toBe(false);
    expect(first.lines).toEqual([
      '/shops.csv, line 4, shop shop-2: 403 expired',
      '2 done, 1 failed, 47 not begun.',
      'Given up: every other row would end the same way.',
      'Run the same again: it goes on with those that are not done.',
    ]);
    expect(await grant(api, `shopId,timeZone\n${rows}\n`)).toMatchObject({ complete: true });
    expect(puts).toHaveLength(50);
  });

  it('asks again for rows that were edited or added since, there and back too, and for none that were not', async () => {
    const { api, puts } = fakeAdminApi();
    const asked = async (text: string) => {
      const from = puts.length;
      await grant(api, `shopId,timeZone\n${text}`);
      return puts.slice(from).map(([shopId]) => shopId);
    };
    expect(await asked('1,UTC\n2,UTC\n')).toEqual(['1', '2']);
    expect(await asked('3,UTC\n2,UTC\n1,Asia/Tokyo\n')).toEqual(['3', '1']);
    expect(await asked('2,UTC\n1,UTC\n')).toEqual(['1']);
    expect(await asked('2,UTC\n1,UTC\n')).toEqual([]);
  });

  it('leaves a shop alone that was ended meanwhile, and asks for it with --again, which can be gone on with', async () => {
    const { api, puts, refused } = fakeAdminApi();
    const text = 'shopId,timeZone\n1,UTC\n2,UTC\n';
    await grant(api, text);
    await runAccess(api, { name: 'terminate', shopId: '1', change: {}, mayBeNew: false }, () => undefined);
    const begun = puts.length;
    const left = await grant(api, text);
    expect(left.lines).toEqual([expect.stringContaining('2 rows were'), '0 done, 0 failed, 0 not begun.']);
    refused.add('2');
    const broken = await grant(api, text, { again: true });
    expect(broken.complete).toBe(false);
    expect(broken.lines.at(-1)).toContain('Run the same again, without --again');
    refused.clear();
    const after = await grant(api, text);
    expect(after.lines[0]).toContain('1 row was done before');
    expect(puts.slice(begun).map(([shopId]) => shopId)).toEqual(['1', '2']);
  });

  it('ends the access of shops, and tells none of the end of what it never had', async () => {
    const { api, puts } = fakeAdminApi({ 1: invited });
    const { complete, lines } = await grant(api, 'shopId,timeZone,state\n1,UTC,terminated\n2,UTC,terminated\n3,UTC,\n');
    expect(complete).toBe(false);
    expect(lines[0]).toBe('/shops.csv, line 3, shop 2: never had access: there is nothing to end');
    expect(new Set(puts.map(([shopId]) => shopId))).toEqual(new Set(['1', '3']));
  });

  it('asks nobody in a dry run', async () => {
    const { complete, lines } = await grant(undefined, good, { dryRun: true });
    expect([complete, lines]).toEqual([true, ['3 rows: 3 can be granted, 0 cannot. Nothing was changed.']]);
    const single = await grant(undefined, 'shopId,timeZone\n1,UTC\n', { dryRun: true });
    expect(single.lines).toEqual(['1 row: 1 can be granted, 0 cannot. Nothing was changed.']);
  });

  it('must be there, and be UTF-8', async () => {
    await expect(grant(undefined, Buffer.from([0x61, 0xff]), { dryRun: true })).rejects.toThrow('cannot be read');
    await expect(grant(undefined, good, { dryRun: true, file: join(folder, 'none') })).rejects.toThrow('ENOENT');
  });
});
