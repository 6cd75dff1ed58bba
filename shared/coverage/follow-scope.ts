import type { StepOf } from '../contracts/messages/coverage-step.ts';
import { chunksOf } from '../kernel/chunks.ts';
import { coverBlock } from './cover-block.ts';
import type { CoverageDeps } from './deps.ts';
import type { RescopedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';

/**
 * Follows a block whose scope a seller has changed: guards all linked accounts if it covers them now, and takes the
 * entries of periods that are over, which guard nobody. It goes by what the block says now, so that events of several
 * changes may come in any order, and twice.
 *
 * @throws AppError `unavailable` when markers keep changing: deliver it again.
 */
export async function followScope(deps: CoverageDeps, { scopeBefore, ...event }: RescopedBlock): Promise<void> {
  if (scopeBefore === undefined) return;
  await coverBlock(deps, event);
  await releaseEarlier(deps, { block: { shopId: event.shopId, root: event.buyerId, blockId: event.blockId } });
}

/** Takes the entries of earlier linked scopes from some of the accounts that are linked to a block's root. */
export async function releaseEarlier(deps: CoverageDeps, step: StepOf<'release_earlier'>): Promise<void> {
  const { store, queue, clock } = deps;
  const { block } = step;
  const reach = await store.coverage.readReach(block);
  if (!reach) return;
  const page = await store.linked.page(block.root, step.from, 'members_and_leaving');
  const accounts = [...new Set(page.groups.flatMap((group) => group.accounts))];
  for (const some of chunksOf(accounts, accountsAWrite)) {
    await store.markers.releaseEarlier(block, reach, some, clock.now());
  }
  if (page.next) await queue.send([{ step: 'release_earlier', block, from: page.next }]);
}
