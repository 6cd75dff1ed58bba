import { csvHeader, csvRows } from '../csv/write-csv.ts';
import type { Column } from '../csv/write-csv.ts';

/** Rows of one file; the cursor leads on. */
export const mostExportedRows = 10_000;

/** Rows of one page: few enough that a page of the longest ones fits behind `mostBytes`. */
const pageSize = 250;

/**
 * Lambda answers with 6 MB at most, of the answer as JSON. No page is read beyond this, which leaves room for a page of
 * the longest rows, of some 6 KB each.
 */
const mostBytes = 4_000_000;

export interface Page<Row, Position> {
  readonly rows: readonly Row[];
  /** Where to go on, also behind a page that is short or empty. */
  readonly next?: Position | undefined;
}

export interface Collected<Position> {
  readonly text: string;
  /** Where the rest begins. */
  readonly next?: Position | undefined;
}

/**
 * A list as CSV, page by page: as many rows as fit into one file and its answer.
 *
 * @param isOver whether there is no time left to read another page.
 */
export async function collectCsv<Row, Position>(
  columns: readonly Column<Row>[],
  read: (page: { readonly limit: number; readonly after: Position | undefined }) => Promise<Page<Row, Position>>,
  from: Position | undefined,
  isOver: () => boolean,
): Promise<Collected<Position>> {
  const parts = [csvHeader(columns)];
  let [count, bytes] = [0, 0];
  let after = from;
  do {
    const page = await read({ limit: Math.min(pageSize, mostExportedRows - count), after });
    const part = csvRows(columns, page.rows);
    parts.push(part);
    count += page.rows.length;
    bytes += Buffer.byteLength(JSON.stringify(part));
    after = page.next;
  } while (after !== undefined && count < mostExportedRows && bytes < mostBytes && !isOver());
  return { text: parts.join(''), next: after };
}
