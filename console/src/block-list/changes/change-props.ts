import type { TaggedBlock } from '../queries.ts';

/** What every dialog that changes a block gets. */
export interface ChangeProps {
  /** The block as it is known now: somebody else can change it while the dialog is open. */
  readonly current: TaggedBlock;
  /** Reads the block again. */
  readonly onRead: () => void;
  readonly onClose: () => void;
}
