import { fromTimestamp } from '../kernel/clock.ts';
import { cleanMarkers } from './clean-markers.ts';
import { coverBlock } from './cover-block.ts';
import type { CoverageDeps } from './deps.ts';
import { releaseEarlier } from './follow-scope.ts';
import type { AddedBlock, RemovedBlock } from './marked-block.ts';

/**
 * Follows a block that has come onto the list, a new one or because its removal was undone. Then it covers linked accounts by a
 * linked scope that begins then, and the entries of the one before are taken, as far as nobody has done so.
 */
export async function followBlock(deps: CoverageDeps, { removedAt, ...event }: AddedBlock): Promise<void> {
  await coverBlock(deps, event);
  if (removedAt === undefined) return;
  await releaseEarlier(deps, { block: { shopId: event.shopId, root: event.buyerId, blockId: event.blockId } });
}

/**
 * Follows the end of a block that somebody has ended: forgets the words that are kept of it, should its buyer have been
 * erased while that was written, and cleans up the markers. If it has come back meanwhile, nothing is taken.
 */
export async function followRemoval(deps: CoverageDeps, { occurredAt, ...block }: RemovedBlock): Promise<void> {
  await deps.store.coverage.forgetErased({ shopId: block.shopId, root: block.buyerId });
  await cleanMarkers(deps, block, { until: fromTimestamp(occurredAt) });
}
