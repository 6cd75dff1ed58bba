import type { StepOf } from '../contracts/messages/coverage-step.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { CoverageDeps } from './deps.ts';
import { coverJob, withJob, withoutJob } from './job-rules.ts';
import type { MarkedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';
import type { LinkPage } from '../link-groups/linked-account-store.ts';
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

  const page = await store.linked.page(block.root, undefined, 'members');
  const found = page.groups.reduce((sum, { accounts }) => sum + accounts.length, 0);
  // One write guards them all, and the next one says so.
  if (!page.next && found <= accountsAWrite) return coverPage(deps, { block, left: 0 }, page, { isAll: true });
  const { accounts, memberships } = await store.linked.sizeOf(block.root);
  // Groups overlap: an account that comes twice is counted out at its last coming, so that none is said to be guarded too early.
  const job = { left: memberships };
  const jobs = await store.jobs.change(block, (before) => withJob(before, coverJob, job), accounts + 1);
  if (jobs) await coverPage(deps, { block, ...job }, page);
}

/** Guards some of the accounts that are linked to a block's root. */
export async function coverLinked(deps: CoverageDeps, step: StepOf<'cover'>): Promise<void> {
  await coverPage(deps, step, await deps.store.linked.page(step.block.root, step.from, 'members'));
}

async function coverPage(
  deps: CoverageDeps,
  { block, left: before }: Pick<StepOf<'cover'>, 'block' | 'left'>,
  { groups, next }: LinkPage,
  { isAll = false } = {},
): Promise<void> {
  for (const { group, accounts } of groups) {
    if (!(await guardMembers(deps, block, group, accounts))) return;
  }
  const left = Math.max(0, before - groups.reduce((sum, { accounts }) => sum + accounts.length, 0));
  const jobs = await deps.store.jobs.change(block, (present) => {
    // Ended by a second delivery that was faster.
    if (!present[coverJob] && !isAll) return undefined;
    return next ? withJob(present, coverJob, { left }) : withoutJob(present, coverJob);
  });
  if (next && jobs?.[coverJob]) await deps.queue.send([{ step: 'cover', block, from: next, left }]);
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
