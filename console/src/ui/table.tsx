import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { TableRow } from './table-row.tsx';
import css from './table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column, tabular. */
  readonly isNumber?: boolean;
  /** What a card on a phone begins with, without its label. One column has it. */
  readonly isTitle?: boolean;
}

/** What a body draws, whatever its rows are. */
export type TableBodyProps = Pick<TableProps<unknown>, 'columns' | 'rows' | 'keyOf'>;

interface TableProps<Row> {
  /** What the rows are, for somebody who hears it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** How many there are, where not all are loaded. */
  readonly total?: number;
}

/** Below that, the browser is faster than any cleverness. */
const drawnWhole = 150;
// Few lists are that long: what draws them is no part of the first page.
const LongTableBody = lazy(async () => ({ default: (await import('./long-table-body.tsx')).LongTableBody }));

/** Rows and columns; cards where the window is as narrow as a phone. Of thousands, only what is near the window is drawn. */
export function Table<Row>({ label, columns, rows, keyOf, total }: TableProps<Row>) {
  const body = { columns, rows, keyOf } as TableBodyProps;
  return (
    // The roles say again what the elements are: drawn as cards they would lose them.
    <table className={css.table} aria-label={label} role="table" aria-rowcount={(total ?? rows.length) + 1}>
      <thead className={css.head} role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {columns.map(({ id, label: text, isNumber }) => (
            <th key={id} scope="col" role="columnheader" className={classNames(css.headCell, isNumber && css.number)}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      {rows.length <= drawnWhole ? (
        <TableBody {...body} />
      ) : (
        <Suspense fallback={<TableBody {...body} rows={rows.slice(0, drawnWhole)} />}>
          <LongTableBody {...body} />
        </Suspense>
      )}
    </table>
  );
}

function TableBody({ columns, rows, keyOf }: TableBodyProps) {
  return (
    <tbody role="rowgroup">
      {rows.map((row, index) => (
        <TableRow key={keyOf(row)} row={row} index={index} columns={columns} />
      ))}
    </tbody>
  );
}
