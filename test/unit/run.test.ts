import { execFile, execFileSync, spawn } from 'node:child_process';
import type { StdioOptions } from 'node:child_process';
import type { Readable } from 'node:stream';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNewEnough, packagedNode, refusalOf } from '../../run.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
/** A project of its own, so that it can be one that has no Node.js of its own. */
const folder = mkdtempSync(join(tmpdir(), 'ssc-run-'));
const run = join(folder, 'run.js');

beforeAll(() => {
  cpSync(join(project, 'run.js'), run);
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const tell =
    'console.log(JSON.stringify({ given: process.argv.slice(1), version: process.versions.node as string }));';
  writeFileSync(join(folder, 'entry.ts'), `${tell}\nprocess.exitCode = 7;\n`);
  writeFileSync(join(folder, 'wait.ts'), `console.log('waits');\nsetInterval(() => undefined, 1000);\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The Node.js of this machine, where it is too old: behind the one that npm puts first. */
const older = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, 'node'))
  .filter((node) => existsSync(node))
  .find((node) => !isNewEnough(versionOf(node)));

function versionOf(node: string): string {
  return execFileSync(node, ['-p', 'process.versions.node']).toString().trim();
}

/** Not with the options of the tests' own Node.js, which an older one need not know. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return env;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function start(node: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(node, args, { cwd: folder, env: environment() }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

/** Puts the tests' own Node.js where `npm ci` puts the one that it brings. */
function bringNode(): void {
  const home = join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin');
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'node'))) symlinkSync(process.execPath, join(home, 'node'));
}

describe('isNewEnough', () => {
  it.each(['24.0.0', '24.22.3', '26.12.1', '100.0.0'])('takes Node.js %s', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });
  it.each(['9.11.2', '18.20.8', '20.20.2', '23.11.1'])('does not take Node.js %s', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });
});

describe('run.js', () => {
  it('runs a TypeScript file as if Node.js had been given it', async () => {
    const { code, stdout, stderr } = await start(process.execPath, run, 'entry.ts', '--port', '3000');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ given: [join(folder, 'entry.ts'), '--port', '3000'] });
    expect(code).toBe(7);
  });

  it('says one sentence to a Node.js that is too old where there is no other, and starts nothing', async () => {
    const preload = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
    const ended = await start(process.execPath, '--import', `data:text/javascript,${preload}`, run, 'entry.ts');
    expect(ended).toEqual({ code: 1, stdout: '', stderr: `${refusalOf('20.20.2')}\n` });
    expect(refusalOf('20.20.2')).toMatch(/^[^\n]+npm ci[^\n]+\.$/);
  });

  it('is read by an older Node.js, which hands over to the one that npm has brought, and ends with its code', async ({
    skip,
  }) => {
    if (older === undefined) return skip('There is no older Node.js on this machine.');
    bringNode();
    const { code, stdout, stderr } = await start(older, run, 'entry.ts', '--port', '3000');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      given: [join(folder, 'entry.ts'), '--port', '3000'],
      version: process.versions.node,
    });
    expect(code).toBe(7);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('ends with the npm that started it, by %s', async (signal) => {
    const env = { ...environment(), npm_lifecycle_event: 'start' };
    const npm = `require('node:child_process').spawn(process.execPath, ${JSON.stringify([run, 'wait.ts'])}, { stdio: 'inherit' })`;
    const stdio: StdioOptions = ['ignore', 'pipe', 'inherit'];
    const parent = spawn(process.execPath, ['-e', npm], { cwd: folder, env, stdio });
    await once(parent.stdout as Readable, 'data');
    parent.kill(signal);
    // The pipe closes with the last process that holds it.
    await once(parent.stdout as Readable, 'close');
  });

  it('stays when another parent than npm goes', async () => {
    const starter = `const child = require('node:child_process').spawn(process.execPath, ${JSON.stringify([run, 'wait.ts'])}, { stdio: 'inherit' }); console.log(child.pid)`;
    const { npm_lifecycle_event: _, ...env } = environment();
    const parent = spawn(process.execPath, ['-e', starter], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    parent.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    while (!output.includes('waits')) await once(parent.stdout, 'data');
    parent.kill('SIGKILL');
    const pid = Number.parseInt(output, 10);
    // Three times as long as it would take to notice.
    await pause(1500);
    expect(process.kill(pid, 'SIGTERM')).toBe(true);
    await once(parent.stdout, 'close');
  });

  it('passes on the signal that ends it, so that no process stays behind', async ({ skip }) => {
    if (older === undefined) return skip('There is no older Node.js on this machine.');
    bringNode();
    const child = spawn(older, [run, 'wait.ts'], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const ended = once(child, 'exit');
    // The pipe closes with the last process that holds it.
    await once(child.stdout, 'close');
    expect(await ended).toEqual([null, 'SIGTERM']);
  });
});

describe('packagedNode', () => {
  it('is the binary of this architecture, if npm has brought one', () => {
    bringNode();
    expect(packagedNode(folder, process.arch)).toBe(join(folder, `node_modules/node-linux-${process.arch}/bin/node`));
    expect(packagedNode(folder, 'riscv64')).toBeUndefined();
    expect(packagedNode(dirname(folder), process.arch)).toBeUndefined();
  });
});
