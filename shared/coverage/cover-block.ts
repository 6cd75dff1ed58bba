import type { StepOf } from '../contracts/messages/coverage-step.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { CoverageDeps } from './deps.ts';
import { coverJob, withJob, withoutJob } from './job-rules.ts';
import type { MarkedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';
import type { DependentBlock } from './rules.ts';

/**
 * Follows a new block of either scope. A buyer who was erased while it was written is forgotten on it: the erasure had
 * looked for blocks when this one could not be seen yet. Then, with linked scope, guards all accounts that are linked to
 * its root, a step at a time, and says on the block how far it is. Link events that come meanwhile guard by themselves. Delivered
 * twice, late or after a crash it does what is left; for a block that has ended, nothing.
 */
export async function coverBlock(deps: CoverageDeps, event: MarkedBlock): Promise<void> {
  const { store } = deps;
  const begun = await store.coverage.begin(event);
  if (!begun) return;
  const { isErased, ...block } = begun;
  if (isErased) await store.coverage.scrub(block);
  // Narrowed since, or widened: then an event of its own follows.
  if (event.scope !== 'linked_user_ids' || block.scope !== 'linked_user_ids') return;

  const { accounts, memberships } = await store.linked.sizeOf(block.root);
  // Groups overlap: an account that comes twice is counted out at its last coming, so that none is said to be guarded too early.
  const job = { left: memberships };
  const jobs = await store.jobs.change(block, (before) => withJob(before, coverJob, job), accounts + 1);
  if (jobs) await coverLinked(deps, { block, ...job });
}

/** Guards some of the accounts that are linked to a block's root. */
export async function coverLinked(deps: CoverageDeps, step: StepOf<'cover'>): Promise<void> {
  const { store, queue } = deps;
  const { block } = step;
  const page = await store.linked.page(block.root, step.from, 'members');
  for (const { group, accounts } of page.groups) {
    if (!(await guardMembers(deps, block, group, accounts))) return;
  }
  const looked = page.groups.reduce((sum, { accounts }) => sum + accounts.length, 0);
  const left = Math.max(0, step.left - looked);
  const jobs = await store.jobs.change(block, (before) => {
    if (!before[coverJob]) return undefined;
    return page.next ? withJob(before, coverJob, { left }) : withoutJob(before, coverJob);
  });
  if (page.next && jobs?.[coverJob]) await queue.send([{ step: 'cover', block, from: page.next, left }]);
}

/** `false` when the block has ended, or another scope has. */
async function guardMembers(
  { store }: CoverageDeps,
  block: DependentBlock,
  group: GroupId,
  accounts: readonly BuyerId[],
): Promise<boolean> {
  for (const some of chunksOf(accounts, accountsAWrite)) {
    const outcome = await store.markers.guard(block, group, some);
    if (outcome.type === 'block_ended') return false;
    if (outcome.type === 'root_left') return true;
  }
  return true;
}
