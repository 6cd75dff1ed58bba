import { newBlockRow } from '../contracts/http/bulk-blocks.ts';
import { isGuarded, unguard } from '../csv/guard-rules.ts';
import { readCsv } from '../csv/read-csv.ts';
import { blockColumns } from '../exports/block-columns.ts';
import { invalid } from '../kernel/errors.ts';

type CsvRow = Readonly<Record<string, string>>;

const wanted: readonly string[] = Object.keys(newBlockRow.shape);
const needed = ['username', 'reason', 'scope', 'duration'];
/** What an export says of a block that is, and a new one has from elsewhere. */
const passedOver = new Set(blockColumns.map(({ name }) => name).filter((name) => !wanted.includes(name)));

/** IDs hold no apostrophe: a row in which one begins with it was exported, and guards all its texts so. */
const telling = ['buyerId', 'blockId', 'alertId'];

/**
 * New blocks from CSV, as exported or written by hand. A row that was exported has an apostrophe before its texts; in a
 * row that was written by hand everything is what it says. Empty cells are absent.
 *
 * @throws AppError `validation_failed` for columns that are unknown, missing, or there twice.
 */
export function rowsOfCsv(text: string): readonly CsvRow[] {
  const { header, rows } = readCsv(text);
  const columns = header.flatMap((name, index) => (name === '' ? [] : [{ name, index }]));
  assertColumns(columns.map(({ name }) => name));
  return rows.map((cells) => {
    const isExported = columns.some(({ name, index }) => telling.includes(name) && isGuarded(cells[index] ?? ''));
    const fields = columns
      .filter(({ name }) => !passedOver.has(name))
      .map(({ name, index }) => [name, cells[index] ?? ''] as const);
    return Object.fromEntries(
      [...fields, ...beyond(header, cells)]
        .filter(([, cell]) => cell !== '')
        .map(([name, cell]) => [name, isExported ? unguard(cell) : cell]),
    );
  });
}

/** Cells without a column: fields that no row has. */
function beyond(header: readonly string[], cells: readonly string[]): readonly (readonly [string, string])[] {
  return cells.flatMap((cell, index) => ((header[index] ?? '') === '' ? [[`column ${index + 1}`, cell] as const] : []));
}

function assertColumns(names: readonly string[]): void {
  const errors = [
    ...needed
      .filter((name) => !names.includes(name))
      .map((name) => ({ path: name, message: 'is a column that is missing' })),
    ...[...new Set(names)].flatMap((name) => {
      if (!wanted.includes(name) && !passedOver.has(name)) return [{ path: name, message: 'is not a known column' }];
      return names.indexOf(name) === names.lastIndexOf(name) ? [] : [{ path: name, message: 'must be a column once' }];
    }),
  ];
  if (errors.length > 0) throw invalid(errors.map(({ path, message }) => ({ path: `columns.${path}`, message })));
}
