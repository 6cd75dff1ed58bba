import type { Piece } from '../contracts/messages/rebuild-request.ts';
import type { CoverageDeps } from '../coverage/deps.ts';
import type { RebuildStore } from './store.ts';

export interface RebuildDeps {
  readonly store: RebuildStore;
  /** What follows links mends what follows from them, in the same steps. */
  readonly links: CoverageDeps;
}

/** What became of a piece. */
export interface Rebuilt {
  readonly outcome: 'right' | 'wrong' | 'mended' | 'busy';
  /** What was wrong, in words without a name of anybody. */
  readonly found: readonly string[];
  /** What is to be looked at next of it. */
  readonly next?: Piece | undefined;
}
