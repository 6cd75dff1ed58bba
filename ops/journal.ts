import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { ShopRow } from './shop-rows.ts';

/** Which rows of a file are done, on disk: it outlives the process. */
export interface Journal {
  /** Whether this very wish was the last that was fulfilled there for its shop. */
  isDone(row: ShopRow): boolean;
  /** Resolves when it is on the disk. */
  add(row: ShopRow): Promise<void>;
  /** None of these rows is done any more. Resolves when that is on the disk. */
  forget(rows: readonly ShopRow[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal of a file, or begins one: a line a row, holding the shop's ID and digests of whom it was asked and of the wish.
 * So a row that was edited since, there and back too, or another stage, is not taken for done; and nobody's address stands in it.
 *
 * @param target the API's URL.
 */
export async function openJournal(path: string, target: string): Promise<Journal> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  // A line that a crash cut short says nothing: its shop is asked again, which changes nothing.
  const done = new Map(text.split('\n').slice(0, -1).map(toEntry));
  const file = await open(path, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o600);
  if (text !== '' && !text.endsWith('\n')) await file.write('\n');
  const place = digestOf(target, 11);
  const whoOf = ({ shopId }: ShopRow): string => `${shopId} ${place}`;
  const wishOf = ({ wish }: ShopRow): string => digestOf(JSON.stringify(wish), 22);
  const write = async (lines: string): Promise<void> => {
    await file.appendFile(lines);
    await file.datasync();
  };
  return {
    isDone: (row) => done.get(whoOf(row)) === wishOf(row),
    add: (row) => write(`${whoOf(row)} ${wishOf(row)}\n`),
    async forget(rows) {
      for (const row of rows) done.delete(whoOf(row));
      await write(rows.map((row) => `${whoOf(row)} ${noWish}\n`).join(''));
    },
    close: () => file.close(),
  };
}

/** In place of a wish's digest, which no wish has. */
const noWish = '-';

/** Of several lines of one shop the last counts. */
function toEntry(line: string): [who: string, wish: string] {
  const at = line.lastIndexOf(' ');
  return [line.slice(0, at), line.slice(at + 1)];
}

function digestOf(text: string, characters: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, characters);
}
