import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLogScan } from '../../../tooling/log-scan/log-scan.ts';
import type { LogScan } from '../../../tooling/log-scan/log-scan.ts';

const run = promisify(execFile);
const token = 'a-token-of-sixteen-or-more';

describe('the recorder', () => {
  let scan: LogScan;
  let folder = '';
  beforeEach(async () => {
    scan = await startLogScan();
    folder = scan.environment['SSC_LOG_SCAN'] ?? '';
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** What it wrote down of a process that runs this code. */
  const recorded = async (code: string) => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
      // Not the recorder of the run that this test is part of.
      env: { SSC_LOG_SCAN: folder, NODE_OPTIONS: scan.environment['NODE_OPTIONS']?.split(' ').at(-1) },
    });
    const names = await readdir(folder);
    const read = async (extension: string) =>
      readFile(join(folder, names.find((name) => name.endsWith(extension)) ?? 'none'), 'utf8');
    return { stdout, log: await read('.log'), secrets: (await read('.secrets')).split('\n').slice(0, -1) };
  };

  it('writes down what a process logs, and lets it through', async () => {
    const { stdout, log } = await recorded('console.log("one"); process.stderr.write(Buffer.from("two\\n"));');
    expect(log).toBe('one\ntwo\n');
    expect(stdout).toBe('one\n');
  });

  it('writes down what a test swallows', async () => {
    const { stdout, log } = await recorded('process.stdout.write = () => true; console.log("one");');
    expect(log).toBe('one\n');
    expect(stdout).toBe('');
  });

  it('writes down at once, as a killed process does not end', async () => {
    const code = 'console.log("one"); JSON.stringify({ note: "note-of-7" }); process.kill(process.pid, "SIGKILL");';
    await expect(recorded(code)).rejects.toMatchObject({ signal: 'SIGKILL' });
    const texts = await Promise.all(
      (await readdir(folder))
        .filter((name) => name.startsWith('node-'))
        .map((name) => readFile(join(folder, name), 'utf8')),
    );
    expect(texts.toSorted()).toEqual(['one\n', '{"kind":"note","value":"note-of-7"}\n'].toSorted());
  });

  it('learns secrets from JSON, requests of both clients, and the environments of workers, once each', async () => {
    const server = createServer((_, response) => response.end(`{"ticket":"ticket-${token}"}`));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    const { secrets } = await recorded(`
      import { request } from 'node:http';
      import { Worker } from 'node:worker_threads';
      JSON.stringify([{ username: 'parcel_pirate' }, { username: 'parcel_pirate' }]);
      JSON.stringify(undefined);
      const headers = { 'content-type': 'text/plain', authorization: 'Bearer fetch-${token}' };
      await (await fetch('${url}?username=lina_l', { headers })).json();
      await new Promise((done) => request('${url}', { headers: { 'X-Amz-Security-Token': 'http-${token}' } }, (answer) => answer.resume().on('end', done)).end());
      new Worker('', { eval: true, env: { AWS_SECRET_ACCESS_KEY: 'worker-${token}' } });`);
    server.close();
    expect(secrets).toEqual(
      [
        ['username', 'parcel_pirate'],
        ['username', 'lina_l'],
        ['token', `fetch-${token}`],
        ['token', `ticket-${token}`],
        ['token', `http-${token}`],
        ['token', `worker-${token}`],
      ].map(([kind, value]) => JSON.stringify({ kind, value })),
    );
  });
});
