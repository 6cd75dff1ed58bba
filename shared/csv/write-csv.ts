import { stringify } from 'csv-stringify/sync';
import { guard, needsGuard } from './guard-rules.ts';

/** A column of a file, made from what a row is about. */
export interface Column<Row> {
  readonly name: string;
  /** `text`: somebody else chose it, or it is a number that is none: IDs, names, amounts. `word`: ours, and harmless in every spreadsheet. */
  readonly kind: 'text' | 'word';
  readonly of: (row: Row) => string | number | undefined;
}

/** U+FEFF before the header: without it spreadsheets take UTF-8 for something else. */
const mark = '\uFEFF';

/** Quoted for spreadsheets beyond what RFC 4180 asks for: they also separate at semicolons and tabs. */
const quotedToo = /[\r\n\t;]/;

/** The first line, names of columns, behind the mark of UTF-8. */
export function csvHeader<Row>(columns: readonly Column<Row>[]): string {
  return mark + lines([columns.map(({ name }) => name)]);
}

/** Rows as RFC 4180 writes them: commas, CRLF, quotes doubled. What is absent is an empty cell. */
export function csvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return lines(rows.map((row) => columns.map((column) => cellOf(column, row))));
}

function cellOf<Row>({ kind, of }: Column<Row>, row: Row): string {
  const value = of(row);
  if (value === undefined) return '';
  const cell = String(value);
  return kind === 'text' || needsGuard(cell) ? guard(cell) : cell;
}

function lines(records: readonly (readonly string[])[]): string {
  return stringify(
    records.map((record) => [...record]),
    { record_delimiter: 'windows', quoted_match: quotedToo },
  );
}
