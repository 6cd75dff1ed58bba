import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readDocument } from '../docs/documents.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const sectionTitle = 'The first five minutes';
const blocks = readDocument('README.md')
  .codeBlocks.filter(({ language, under }) => language === 'sh' && under === sectionTitle)
  .map(({ code }) => code);
/** All that a person needs beside npm; `sleep` stands for the person who waits. */
const programs = ['bash', 'curl', 'sed', 'sleep'];
/** A message that fails on a busy machine comes again after three minutes; this only ends what would hang. */
const longest = 600_000;

interface Run {
  /** What each block printed, its JSON read. */
  readonly printed: readonly (readonly unknown[])[];
  readonly stderr: string;
  readonly code: number | null;
}

describe("the README's first five minutes", () => {
  let runtime: LocalRuntime;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-readme-'));
    for (const program of programs) symlinkSync(pathOf(program), join(folder, program));
    runtime = await startLocal();
  });
  afterAll(async () => {
    await runtime.stop();
    rmSync(folder, { recursive: true });
  });

  it('are six blocks, which speak of the ports that npm start takes', () => {
    expect(blocks).toHaveLength(6);
    expect(blocks[0]).toContain('http://127.0.0.1:3000');
    expect(blocks[0]).toContain('http://127.0.0.1:3001');
  });

  it(
    'do what they say, pasted without a pause, with curl and sed alone',
    async () => {
      const { printed, stderr, code } = await paste(blocks, runtime.port, folder);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      expect(printed).toMatchObject(expected);
    },
    longest,
  );

  it(
    'do it again when they are pasted again',
    async () => {
      const { printed, stderr, code } = await paste(blocks, runtime.port, folder);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      // The order is cancelled by now, so the buyer has none that is open.
      expect(printed.flat().slice(0, 8)).toMatchObject([
        ...expected.flat().slice(0, 3),
        { buyerId: 'buyer-1', openOrders: 0 },
        ...expected.flat().slice(4, 8),
      ]);
    },
    longest,
  );
});

const put = { FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) as string }] };
const decided = (decision: string, reason: string) => ({
  decisions: [{ shopId: 'shop-1', buyerId: 'buyer-1', decision, reason, degraded: false }],
});
/** By block; a removal answers without a body. */
const expected: readonly (readonly object[])[] = [
  [],
  [{ shopId: 'shop-1', state: 'active', timeZone: 'Europe/Berlin' }, put, put],
  [
    { buyerId: 'buyer-1', username: 'Mallory', openOrders: 1 },
    { buyerId: 'buyer-1', reason: 'malicious_refund', scope: 'linked_user_ids', coverage: { guarded: 1, total: 1 } },
  ],
  [decided('deny', 'blocked'), decided('allow', 'not_blocked')],
  [
    put,
    { kind: 'security_alert_order', status: 'action_requested', orderId: 'order-1', waiver: { status: 'pending' } },
  ],
  [put, { subjectId: 'order-1', waived: true, status: 'granted' }],
];

function pathOf(program: string): string {
  const path = spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim();
  if (path === '') throw new Error(`${program} is not on this machine.`);
  return path;
}

/** Gives all blocks to one shell at once, as a person pastes them; of a block only the ports are replaced. */
async function paste(code: readonly string[], port: number, path: string): Promise<Run> {
  const end = '--- end of block';
  const script = code.map((block) => `${block}\necho '${end}'\n`).join('');
  const shell = spawn(pathOf('bash'), ['--noprofile', '--norc'], { env: { PATH: path }, detached: true });
  onTestFinished(() => endGroup(shell.pid));
  let stdout = '';
  let stderr = '';
  shell.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  shell.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = new Promise<number | null>((resolve, reject) => {
    shell.once('error', reject);
    shell.once('close', resolve);
  });
  shell.stdin.end(script.replaceAll(':3000', `:${port}`).replaceAll(':3001', `:${port + 1}`));
  const exitCode = await exited;
  const parts = stdout.split(`${end}\n`).slice(0, code.length);
  return { printed: parts.map(readLines), stderr, code: exitCode };
}

/** The shell with all that it started, if they are still there. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readLines(text: string): readonly unknown[] {
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line): unknown => JSON.parse(line));
}
