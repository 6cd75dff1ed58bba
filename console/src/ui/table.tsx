import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { classNames } from './class-names.ts';
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
const usualRow = 53;

/** Rows and columns; cards where the window is as narrow as a phone. Of thousands, only what is near the window is drawn. */
export function Table<Row>({ label, columns, rows, keyOf, total }: TableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const isLong = rows.length > drawnWhole;
  const virtual = useWindowVirtualizer({
    count: isLong ? rows.length : 0,
    estimateSize: () => usualRow,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => keyOf(rows[index] as Row),
  });
  const near = virtual.getVirtualItems();
  const before = (near[0]?.start ?? 0) - (isLong ? virtual.options.scrollMargin : 0);
  const after = virtual.getTotalSize() - ((near.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  const drawn = isLong ? near.map(({ index }) => index) : rows.map((_, index) => index);
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
      <tbody role="rowgroup" ref={body}>
        {isLong && <Gap height={before} columns={columns.length} />}
        {drawn.map((index) => {
          const row = rows[index] as Row;
          return (
            <tr
              key={keyOf(row)}
              ref={isLong ? virtual.measureElement : undefined}
              data-index={index}
              className={css.row}
              role="row"
              aria-rowindex={index + 2}
            >
              {columns.map((column) => (
                <Cell key={column.id} row={row} {...column} />
              ))}
            </tr>
          );
        })}
        {isLong && <Gap height={after} columns={columns.length} />}
      </tbody>
    </table>
  );
}

function Cell<Row>({ row, label, cell, isNumber, isTitle }: Column<Row> & { readonly row: Row }) {
  return (
    <td
      className={classNames(css.cell, isNumber && css.number, isTitle && css.titleCell)}
      role="cell"
      data-label={label}
    >
      {cell(row)}
    </td>
  );
}

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden role="presentation">
      <td colSpan={columns} role="presentation" style={{ height: Math.max(0, height), padding: 0 }} />
    </tr>
  );
}
