import type { Coverage } from '../block-list/rules.ts';
import type { GroupId } from '../kernel/ids.ts';

/** Work on a block's markers that is under way. */
export interface Job {
  /** Accounts that it may still have to guard: never fewer than there are. */
  readonly left: number;
  /** Of the link group that it follows. */
  readonly revision?: number;
}
/** By what they follow: the block's own scope, or a link group. */
export type Jobs = Readonly<Record<string, Job>>;

export const coverJob = 'cover';
const groupPrefix = 'g#';
/** Prefixed: a group may be called as the block's own job. */
export const groupJob = (group: GroupId): string => `${groupPrefix}${group}`;
export const groupOf = (job: string): GroupId => job.slice(groupPrefix.length);

/** Said when a block is made or widened, before anything is under way: its own event brings the work. */
export function jobsOf(coverage: Coverage, covering: Jobs | undefined): Jobs {
  if (covering) return covering;
  return coverage.state === 'applying' ? { [coverJob]: { left: coverage.total - coverage.guarded } } : {};
}

/** What a block says while these jobs are under way; the root itself is always guarded. */
export function coverageDuring(jobs: Jobs, total: number): Coverage {
  const all = Object.values(jobs);
  if (all.length === 0) return { state: 'complete', guarded: total, total };
  const left = all.reduce((sum, job) => sum + job.left, 0);
  return { state: 'applying', guarded: Math.max(1, total - left), total };
}

export function withJob(jobs: Jobs, name: string, job: Job): Jobs {
  return { ...jobs, [name]: job };
}

export function withoutJob(jobs: Jobs, name: string): Jobs {
  return Object.fromEntries(Object.entries(jobs).filter(([other]) => other !== name));
}
