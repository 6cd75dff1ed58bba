import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** All that a person needs beside npm; `sleep` stands for the person who waits. */
const programs = ['bash', 'curl', 'sed', 'sleep'];

export interface Pasted {
  /** What each block printed, its JSON read. */
  readonly printed: readonly (readonly unknown[])[];
  readonly stderr: string;
  readonly code: number | null;
}

/** Gives all blocks to one shell at once, as a person pastes them without a pause. */
export async function paste(blocks: readonly string[]): Promise<Pasted> {
  const folder = mkdtempSync(join(tmpdir(), 'ssc-paste-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const program of programs) symlinkSync(pathOf(program), join(folder, program));
  const end = '--- end of block';
  const script = blocks.map((block) => `${block}\necho '${end}'\n`).join('');
  const shell = spawn(pathOf('bash'), ['--noprofile', '--norc'], { env: { PATH: folder }, detached: true });
  onTestFinished(() => endGroup(shell.pid));
  let stdout = '';
  let stderr = '';
  shell.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  shell.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = new Promise<number | null>((resolve, reject) => {
    shell.once('error', reject);
    shell.once('close', resolve);
  });
  shell.stdin.end(script);
  const code = await exited;
  const parts = stdout.split(`${end}\n`).slice(0, blocks.length);
  return { printed: parts.map(readLines), stderr, code };
}

function pathOf(program: string): string {
  const path = spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim();
  if (path === '') throw new Error(`${program} is not on this machine.`);
  return path;
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
