import type { toBlockReply } from '../block-list/items.ts';
import type { Column } from '../csv/write-csv.ts';

type ShownBlock = ReturnType<typeof toBlockReply>;

const shown =
  (name: string) =>
  (block: ShownBlock): string | undefined =>
    block[name] === undefined ? undefined : String(block[name]);
const text = (name: string): Column<ShownBlock> => ({ name, kind: 'text', of: shown(name) });
const word = (name: string): Column<ShownBlock> => ({ name, kind: 'word', of: shown(name) });

/** Of a Block List's file. The columns of a new block are read again by an import. */
export const blockColumns: readonly Column<ShownBlock>[] = [
  text('username'),
  text('buyerId'),
  word('reason'),
  text('note'),
  word('scope'),
  word('duration'),
  word('createdAt'),
  text('createdBy'),
  word('updatedAt'),
  word('expiresAt'),
  text('blockId'),
  text('alertId'),
];
