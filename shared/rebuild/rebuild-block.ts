import type { PieceOf } from '../contracts/messages/rebuild-request.ts';
import { rebuildCoverage } from './rebuild-coverage.ts';
import type { RebuildDeps, Rebuilt } from './rebuilt.ts';
import { ownFaults } from './rules.ts';
import type { OwnFault } from './rules.ts';

const words: Readonly<Record<OwnFault, string>> = {
  entry: 'the marker of the root does not name the block',
  row: 'the row under the root does not say what the block says',
  lean: 'link events do not know to look for the block',
};

/**
 * Holds what is derived from a block against the block: what was written beside it, the markers of linked accounts, its coverage. What is
 * missing is written on the condition that the block stands: it guards nobody without a block, and takes nothing from
 * anybody.
 */
export async function rebuildBlock(deps: RebuildDeps, piece: PieceOf<'block'>, dryRun: boolean): Promise<Rebuilt> {
  const { shopId, buyerId } = piece;
  const { block, covering, beside } = await deps.store.readBlock(shopId, buyerId);
  if (!block || block.expiresAt <= deps.links.clock.now()) return { outcome: 'right', found: [] };
  const faults = ownFaults(block, beside);
  const found = faults.map((fault) => words[fault]);
  const isFirst = piece.seen === undefined && piece.jobs === undefined;
  if (faults.length > 0 && !dryRun) {
    const isMended = isFirst && (await deps.store.mendOwn(shopId, block, faults));
    if (isMended) return { outcome: 'mended', found, next: { ...piece, seen: 0 } };
    return { outcome: 'busy', found, next: { kind: 'block', shopId, buyerId } };
  }
  const rest = await rebuildCoverage(deps, { piece, block, covering }, dryRun);
  // What goes on behind the first look has told of it.
  if (faults.length === 0 || !isFirst) return rest;
  return { ...rest, outcome: 'wrong', found: [...found, ...rest.found] };
}
