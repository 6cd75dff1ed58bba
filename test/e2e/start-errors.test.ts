import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder } from '../../local/core/state/folder-lock.ts';
import { runEntry } from './spawn-entry.ts';
import { freePortPair } from './start-local.ts';

const runStart = (args: readonly string[]) => runEntry('local/start.ts', args);

describe('npm start', () => {
  it('names the option that it does not know', async () => {
    const { code, output } = await runStart(['--prot', '3000']);
    expect(code).toBe(2);
    expect(output).toContain("'--prot'");
  });

  it('names the port that is taken, before anything is started', async () => {
    const port = await freePortPair();
    const other = createServer().listen(port + 1, '127.0.0.1');
    await once(other, 'listening');
    const { code, output } = await runStart(['--port', String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port + 1} of 127.0.0.1 is taken`);
    expect(output).not.toContain('engine');
  });

  it('names the process that uses the data folder, before anything is started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ssc-start-errors-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const lock = lockFolder(folder);
    const { code, output } = await runStart(['--port', String(await freePortPair()), '--data', folder]);
    lock.close();
    expect(code).toBe(1);
    expect(output).toContain(`The data folder ${folder} is in use by another start (process ${process.pid}).`);
    expect(output).not.toContain('cloud assembly');
  });
});
