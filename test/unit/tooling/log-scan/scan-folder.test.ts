import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeScan, scanFolder } from '../../../tooling/log-scan/scan-folder.ts';
import type { Secret } from '../../../tooling/log-scan/secret.ts';

const secrets: readonly Secret[] = [
  { kind: 'username', value: 'parcel_pirate' },
  { kind: 'note', value: 'threw a parcel' },
  { kind: 'avatar', value: 'https://a.example/1.png' },
  { kind: 'address', value: 'ann@localhost' },
  { kind: 'token', value: 'q8u3-f00-ba7-16-characters' },
];
const logs = {
  'forks-1.log': 'in a test\n',
  'run-function-2.log': 'in a function\n',
  'start-3.log': 'in a start\n',
  'collected-1.log': 'by a test\n',
};

describe('scanFolder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ssc-scan-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const scan = async (files: Readonly<Record<string, string>>, known = secrets, further: readonly Secret[] = []) => {
    const lines = known.map((secret) => `${JSON.stringify(secret)}\n`).join('');
    for (const [name, text] of Object.entries({ ...files, 'forks-1.secrets': `${lines}{"kind":"user` })) {
      await writeFile(join(folder, name), text);
    }
    return scanFolder(folder, further);
  };

  it('passes logs that hold none, and counts what it saw', async () => {
    const result = await scan(logs, [...secrets, ...secrets]);
    expect(result).toMatchObject({ passed: true, logs: 4, lines: 4, bytes: 45, findings: [], missing: [] });
    expect(result.secrets).toEqual({ username: 1, note: 1, avatar: 1, address: 1, token: 1 });
    expect(describeScan(result)).toMatch(
      /^✓ logs: 4 lines \(45 bytes\) in 4 files searched for 1 × username, .*: none found$/,
    );
  });

  it.each(secrets)('fails on a planted $kind', async ({ kind, value }) => {
    const result = await scan({ ...logs, 'start-3.log': `fine\nit was ${value}\n` });
    expect(result).toMatchObject({ passed: false, findings: [{ file: 'start-3.log', line: 2, what: `a ${kind}` }] });
    expect(describeScan(result)).toContain(`start-3.log:2 holds a ${kind}`);
    expect(describeScan(result)).not.toContain(value);
  });

  it('fails on what only the source of a test holds', async () => {
    const result = await scan({ ...logs, 'start-3.log': 'it was name-of-source\n' }, secrets, [
      { kind: 'username', value: 'name-of-source' },
    ]);
    expect(result.findings).toHaveLength(1);
  });

  it.each(Object.keys(logs))('proves nothing when %s is empty', async (name) => {
    const result = await scan({ ...logs, [name]: '' });
    expect(result).toMatchObject({ passed: false, findings: [], missing: [`log of ${name.replace(/-\d.*/, '')}`] });
  });

  it.each(secrets)('proves nothing when no $kind was used', async ({ kind }) => {
    const others = secrets.filter((secret) => secret.kind !== kind);
    expect(await scan(logs, others)).toMatchObject({ passed: false, missing: [kind] });
  });

  it('leaves out the banner of a start, and nothing after it', async () => {
    const banner = `  HTTP APIs     http://127.0.0.1:3000\n  token         ${secrets[4]?.value}\nready\n`;
    const start = `Seller Security Center\n${banner}[time] parcel_pirate\n`;
    const result = await scan({ ...logs, 'start-3.log': start });
    expect(result.findings).toEqual([{ file: 'start-3.log', line: 5, what: 'a username' }]);
  });
});
