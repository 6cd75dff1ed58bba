import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import type { Column } from './table.tsx';
import css from './table.module.css';

interface TableRowProps {
  readonly row: unknown;
  /** Among all rows, drawn or not. */
  readonly index: number;
  readonly columns: readonly Column<unknown>[];
  readonly ref?: Ref<HTMLTableRowElement>;
}

export function TableRow({ row, index, columns, ref }: TableRowProps) {
  return (
    <tr ref={ref} data-index={index} className={css.row} role="row" aria-rowindex={index + 2}>
      {columns.map(({ id, label, cell, isNumber, isTitle }) => (
        <td
          key={id}
          className={classNames(css.cell, isNumber && css.number, isTitle && css.titleCell)}
          role="cell"
          data-label={label}
        >
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
