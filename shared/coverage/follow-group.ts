import type { StepOf } from '../contracts/messages/coverage-step.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { CoverageDeps } from './deps.ts';
import { groupJob, withJob, withoutJob } from './job-rules.ts';
import { accountsAWrite } from './marker-store.ts';
import { mayBeLive, planRows } from './rules.ts';

/**
 * Brings some of a group's accounts in step with one block, as the group is now: guards members beside the root, frees who has
 * left, or all when the root itself has. Then says how far it is, and sends the next step.
 */
export async function followGroup(deps: CoverageDeps, step: StepOf<'follow_group'>): Promise<void> {
  const { store, queue, clock } = deps;
  const { block, groupId, revision, accounts, after } = step;
  const page = accounts
    ? { rows: await store.groups.statesOf(groupId, [block.root, ...accounts]), next: undefined }
    : await store.groups.page(groupId, after);
  const root = page.rows.get(block.root) ?? (await store.groups.statesOf(groupId, [block.root])).get(block.root);
  const guards = block.scope === 'linked_user_ids' && mayBeLive(block, clock.now());
  const plan = planRows(page.rows, block.root, { rootIsMember: root === 'member' });
  if (guards) await guard(deps, step, plan.guard);
  for (const some of chunksOf(plan.release, accountsAWrite)) {
    await store.markers.releaseUnlinked(block, some, clock.now());
  }

  const name = groupJob(groupId);
  const left = Math.max(0, step.left - page.rows.size);
  const jobs = await store.jobs.change(block, (before) => {
    if (before[name]?.revision !== revision) return undefined;
    return page.next === undefined ? withoutJob(before, name) : withJob(before, name, { left, revision });
  });
  // A higher revision has begun, and goes over all accounts itself; or a second delivery was faster. Of a block that has ended, entries are still to be taken.
  if (jobs && jobs[name]?.revision !== revision) return;
  if (page.next !== undefined) await queue.send([{ step: 'follow_group', ...step, after: page.next, left }]);
}

async function guard(
  { store }: CoverageDeps,
  { block, groupId, isFresh }: StepOf<'follow_group'>,
  accounts: readonly BuyerId[],
): Promise<void> {
  for (const some of chunksOf(accounts, accountsAWrite)) {
    const rest = isFresh ? some : await store.markers.unguarded(block, some);
    const outcome = await store.markers.guard(block, groupId, rest);
    if (outcome.type !== 'guarded') return;
  }
}
