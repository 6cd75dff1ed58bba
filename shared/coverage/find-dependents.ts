import type { CoverageStep, StepOf } from '../contracts/messages/coverage-step.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { CoverageDeps } from './deps.ts';
import { groupJob, withJob } from './job-rules.ts';
import type { Job } from './job-rules.ts';
import type { DependentBlock } from './rules.ts';

/**
 * A page of the blocks that depend on a group whose membership is committed: lets each say that it is applying, and only then
 * sends what brings it in step. Behind the last page the revision is done, as far as the group goes.
 *
 * @param everybody the accounts of the group and those who are leaving, in order, where they are known.
 */
export async function findDependents(
  deps: CoverageDeps,
  found: StepOf<'find_dependents'>,
  everybody?: readonly BuyerId[],
): Promise<'applied' | 'superseded'> {
  const { store, queue } = deps;
  const { groupId, revision, from } = found;
  const head = everybody ? { revision } : await store.groups.head(groupId);
  // A higher revision finds this one unfinished, and does all of it.
  if (head?.revision !== revision) return 'superseded';

  const page = await store.dependents.page(groupId, from ?? {}, everybody);
  const totals = new Map<BuyerId, number>();
  const steps: CoverageStep[] = [];
  for (const block of page.blocks) {
    const total = totals.get(block.root) ?? 1 + (await store.linked.countOf(block.root)).accounts;
    totals.set(block.root, total);
    const step = await announce(deps, found, block, total);
    if (step) steps.push(step);
  }
  await queue.send(steps);
  if (page.next) {
    await queue.send([{ step: 'find_dependents', ...found, from: page.next }]);
    return 'applied';
  }
  return (await store.groups.finish(groupId, revision)) === 'committed' ? 'applied' : 'superseded';
}

/** `undefined` when a higher revision was first, and has found what this one left. */
async function announce(
  { store }: CoverageDeps,
  { groupId, revision, accounts, isFresh }: StepOf<'find_dependents'>,
  block: DependentBlock,
  total: number,
): Promise<CoverageStep | undefined> {
  const name = groupJob(groupId);
  // All are concerned where the root itself comes or goes.
  const few = accounts?.includes(block.root) ? undefined : accounts;
  const left = few?.length ?? total;
  const isNewer = (job: Job | undefined) => Number(job?.revision ?? -1) > revision;
  const before =
    block.scope === 'linked_user_ids'
      ? await store.jobs.change(
          block,
          (jobs) => (isNewer(jobs[name]) ? undefined : withJob(jobs, name, { left, revision })),
          total,
        )
      : undefined;
  const earlier = before?.[name];
  if (isNewer(earlier)) return undefined;
  const step = { step: 'follow_group', groupId, revision, block } as const;
  // What an earlier revision still had to do for this block is done along with this one.
  if (earlier) return { ...step, left: total, isFresh: false };
  return { ...step, left, isFresh, ...(few && { accounts: few }) };
}
