import { memo, useRef } from 'react';
import type { ReactNode, RefCallback } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { classNames } from './class-names.ts';
import css from './table.module.css';
import type { TablePlace } from './use-table-place.ts';
import { useOffset, useTablePlace } from './use-table-place.ts';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Stands in the head in place of the label. */
  readonly head?: ReactNode;
  /** Numbers stand at the end of their column, tabular. */
  readonly isNumber?: boolean;
  /** What a card on a phone begins with, without its label. One column has it. */
  readonly isTitle?: boolean;
  /** Buttons and boxes: they can be pressed although all of the row is a link. */
  readonly isControl?: boolean;
  /** Of a table whose columns keep their widths, whatever their rows hold; one column takes the rest. */
  readonly width?: string;
  /** On a phone it stands in the corner of the card. */
  readonly isCorner?: boolean;
}

interface TableProps<Row> {
  /** What the rows are, for somebody who hears it. */
  readonly label: string;
  /** Kept from one drawing to the next, in a long table: rows are drawn again only with other columns. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** How many there are, where not all are loaded. */
  readonly total?: number;
  /** Rows that are over: shown, but no longer what this is about. */
  readonly isQuiet?: (row: Row) => boolean;
  /** Where one was when the table was last left, to come back to. */
  readonly place?: TablePlace | undefined;
  readonly onLeave?: (place: TablePlace) => void;
}

/** Below that, the browser is faster than any cleverness. */
const drawnWhole = 40;
const usualRow = 57;

/** Rows and columns; cards where the window is as narrow as a phone. Of thousands, only what is near the window is drawn. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, keyOf, total, isQuiet, place, onLeave } = props;
  const table = useRef<HTMLTableElement>(null);
  const isLong = rows.length > drawnWhole;
  const scrollMargin = useOffset(table, isLong);
  const virtual = useWindowVirtualizer({
    count: isLong ? rows.length : 0,
    estimateSize: () => usualRow,
    overscan: 6,
    scrollMargin,
    getItemKey: (index) => keyOf(rows[index] as Row),
  });
  const indexOf = (key: string): number => rows.findIndex((row) => keyOf(row) === key);
  useTablePlace(table, {
    place,
    onLeave,
    indexOf,
    scrollTo: isLong ? (index) => virtual.scrollToIndex(index) : undefined,
  });
  const near = virtual.getVirtualItems();
  const before = (near[0]?.start ?? 0) - (isLong ? virtual.options.scrollMargin : 0);
  const after = virtual.getTotalSize() - ((near.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  const drawn = isLong ? near.map(({ index }) => index) : rows.map((_, index) => index);
  return (
    // The roles say again what the elements are: drawn as cards they would lose them.
    <table
      className={classNames(css.table, columns.some(({ width }) => width !== undefined) && css.fixed)}
      ref={table}
      aria-label={label}
      role="table"
      aria-rowcount={(total ?? rows.length) + 1}
    >
      <TableHead columns={columns as readonly Column<unknown>[]} />
      <tbody role="rowgroup">
        {isLong && <Gap height={before} columns={columns.length} />}
        {drawn.map((index) => {
          const row = rows[index] as Row;
          const key = keyOf(row);
          return (
            <TableRow
              key={key}
              id={key}
              row={row}
              index={index}
              columns={columns as readonly Column<unknown>[]}
              isQuiet={isQuiet?.(row) ?? false}
              measure={isLong ? virtual.measureElement : undefined}
            />
          );
        })}
        {isLong && <Gap height={after} columns={columns.length} />}
      </tbody>
    </table>
  );
}

function TableHead({ columns }: { readonly columns: readonly Column<unknown>[] }) {
  return (
    <>
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={{ width }} />
        ))}
      </colgroup>
      <thead className={css.head} role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {columns.map(({ id, label: text, head, isNumber }) => (
            <th key={id} scope="col" role="columnheader" className={classNames(css.headCell, isNumber && css.number)}>
              {head ?? text}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

interface TableRowProps {
  readonly id: string;
  readonly row: unknown;
  readonly index: number;
  readonly columns: readonly Column<unknown>[];
  readonly isQuiet: boolean;
  readonly measure: RefCallback<HTMLElement> | undefined;
}

/** Drawn again only when it is another: scrolling draws no row twice. */
const TableRow = memo(function TableRow({ id, row, index, columns, isQuiet, measure }: TableRowProps) {
  return (
    <tr
      ref={measure}
      data-index={index}
      data-row={id}
      className={classNames(css.row, isQuiet && css.quiet)}
      role="row"
      aria-rowindex={index + 2}
    >
      {columns.map((column) => (
        <Cell key={column.id} row={row} {...column} />
      ))}
    </tr>
  );
});

function Cell<Row>({ row, label, cell, ...column }: Column<Row> & { readonly row: Row }) {
  const { isNumber, isTitle, isControl, isCorner } = column;
  const looks = [isNumber && css.number, isTitle && css.titleCell, isControl && css.controlCell];
  return (
    <td className={classNames(css.cell, ...looks, isCorner && css.cornerCell)} role="cell" data-label={label}>
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
