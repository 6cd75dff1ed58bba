import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { ShopRow } from './shop-rows.ts';

/** Which rows of a file are done, on disk: it outlives the process. */
export interface Journal {
  /** Whether this very wish was fulfilled there before. */
  isDone(row: ShopRow): boolean;
  /** Resolves when it is on the disk. */
  add(row: ShopRow): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal of a file, or begins one: a line a row, holding the shop's ID and a digest of the wish and of whom it was asked.
 * So a row that was edited since, or another stage, is not taken for done; and nobody's address stands in it.
 *
 * @param target the API's URL.
 */
export async function openJournal(path: string, target: string): Promise<Journal> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  // A line that a crash cut short says nothing: its shop is asked again, which changes nothing.
  const done = new Set(text.split('\n').slice(0, -1));
  const file = await open(path, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o600);
  if (text !== '' && !text.endsWith('\n')) await file.write('\n');
  const lineOf = ({ shopId, wish }: ShopRow): string => {
    const digest = createHash('sha256')
      .update(JSON.stringify([target, wish]))
      .digest('base64url');
    return `${shopId} ${digest.slice(0, 22)}`;
  };
  return {
    isDone: (row) => done.has(lineOf(row)),
    async add(row) {
      await file.write(`${lineOf(row)}\n`);
      await file.datasync();
    },
    close: () => file.close(),
  };
}
