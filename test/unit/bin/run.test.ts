import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { refuseNode } from '../../../bin/node-version.js';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ssc-entry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = join(folder, 'entry.ts');
writeFileSync(
  entry,
  `const given: readonly string[] = process.argv.slice(1);
console.log(JSON.stringify(given));
process.exitCode = 7;
`,
);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not with the options of the tests' own Node.js, which an older one need not know. */
function start(node: string, ...args: readonly string[]): Promise<Ended> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(node, args, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const run = join(project, 'bin/run.js');
const named = relative(project, entry);

/** The Node.js of this machine, where it is too old: behind the one that npm puts first. */
const older = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, 'node'))
  .filter((node) => existsSync(node))
  .map((node) => ({ node, version: execFileSync(node, ['-p', 'process.versions.node']).toString().trim() }))
  .find(({ version }) => refuseNode(version) !== undefined);

describe('bin/run.js', () => {
  it('runs a TypeScript file as if Node.js had been given it', async () => {
    const { code, stdout, stderr } = await start(process.execPath, run, named, '--port', '3000');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([entry, '--port', '3000']);
    expect(code).toBe(7);
  });

  it('says one sentence to a Node.js that is too old, and starts nothing', async () => {
    const preload = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
    const ended = await start(process.execPath, '--import', `data:text/javascript,${preload}`, run, named);
    expect(ended).toEqual({ code: 1, stdout: '', stderr: `${refuseNode('20.20.2')}\n` });
  });

  it('is read by an older Node.js itself', async ({ skip }) => {
    if (!older) return skip('There is no older Node.js on this machine.');
    const ended = await start(older.node, run, named);
    expect(ended).toEqual({ code: 1, stdout: '', stderr: `${refuseNode(older.version)}\n` });
  });
});
