import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from 'node:fs';

export interface JournalFile {
  append(value: unknown): void;
  read(): readonly unknown[];
  replace(values: readonly unknown[]): void;
  close(): void;
}

const newline = 0x0a;
/** Large enough that a compaction is few writes, small enough not to double a big queue's memory. */
const chunkLines = 1_000;

/**
 * One append-only file of JSON lines. A write has reached the kernel when `append` returns, which
 * outlives a SIGKILL of this process (not a power cut: this is a laptop's runtime).
 *
 * @throws Error naming file and line when a complete line is not JSON.
 */
export function openJournalFile(path: string): JournalFile {
  dropTornTail(path);
  let descriptor = openSync(path, 'a');

  return {
    append: (value) => writeWhole(descriptor, Buffer.from(`${JSON.stringify(value)}\n`)),
    read: () => readLines(path),
    replace(values) {
      // A rename is atomic: a crash leaves either the old history or the new one, never half of it.
      const replacement = `${path}.new`;
      const target = openSync(replacement, 'w');
      for (let start = 0; start < values.length; start += chunkLines) {
        const lines = values.slice(start, start + chunkLines).map((value) => `${JSON.stringify(value)}\n`);
        writeWhole(target, Buffer.from(lines.join('')));
      }
      fsyncSync(target);
      closeSync(target);
      renameSync(replacement, path);
      closeSync(descriptor);
      descriptor = openSync(path, 'a');
    },
    close: () => closeSync(descriptor),
  };
}

/** A record torn by a SIGKILL was never acknowledged; left in place it would swallow the next one. */
function dropTornTail(path: string): void {
  if (!existsSync(path)) return;
  const content = readFileSync(path);
  const whole = content.lastIndexOf(newline) + 1;
  if (whole < content.length) truncateSync(path, whole);
}

function readLines(path: string): readonly unknown[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (error) {
      throw new Error(`${path}:${index + 1} is not a journal record; the data folder is damaged.`, { cause: error });
    }
  });
}

/** One write call may take less than it was given. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}
