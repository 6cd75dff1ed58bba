import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { TableBodyProps } from './table.tsx';
import { TableRow } from './table-row.tsx';

const usualRow = 53;

/** The rows near the window, and the room of all others. */
export function LongTableBody({ columns, rows, keyOf }: TableBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualRow,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => keyOf(rows[index]),
  });
  const near = virtual.getVirtualItems();
  const { scrollMargin } = virtual.options;
  const before = (near[0]?.start ?? scrollMargin) - scrollMargin;
  const after = virtual.getTotalSize() - ((near.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <tbody role="rowgroup" ref={body}>
      <Gap height={before} columns={columns.length} />
      {near.map(({ index, key }) => (
        <TableRow key={key} ref={virtual.measureElement} row={rows[index]} index={index} columns={columns} />
      ))}
      <Gap height={after} columns={columns.length} />
    </tbody>
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
