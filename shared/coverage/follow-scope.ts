import { chunksOf } from '../kernel/chunks.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { coverBlock } from './cover-block.ts';
import type { RescopedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';
import type { LinkStore } from './store.ts';

/**
 * Follows a block whose scope a seller has changed: guards all linked accounts if it covers them now, and takes the
 * entries of periods that are over, which guard nobody. It goes by what the block says now, so that events of several
 * changes may come in any order, and twice.
 *
 * @throws AppError `unavailable` when the groups or markers keep changing: deliver it again.
 */
export async function followScope(
  store: LinkStore,
  { scopeBefore, ...event }: RescopedBlock,
  clock: Clock = systemClock,
): Promise<void> {
  if (scopeBefore === undefined) return;
  await coverBlock(store, event);

  const block = { shopId: event.shopId, root: event.buyerId, blockId: event.blockId };
  const reach = await store.coverage.readReach(block);
  if (!reach) return;
  const linked = await store.linkedByGroup(block.root, 'members_and_leaving');
  const accounts = [...new Set([...linked.values()].flat())];
  for (const chunk of chunksOf(accounts, accountsAWrite)) {
    await store.markers.releaseEarlier(block, reach, chunk, clock.now());
  }
}
