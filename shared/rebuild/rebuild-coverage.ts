import { isDeepStrictEqual } from 'node:util';
import type { Block } from '../block-list/rules.ts';
import type { PieceOf } from '../contracts/messages/rebuild-request.ts';
import { coverBlock } from '../coverage/cover-block.ts';
import { coverJob, groupOf, jobsOf } from '../coverage/job-rules.ts';
import type { Jobs } from '../coverage/job-rules.ts';
import { accountsAWrite } from '../coverage/marker-store.ts';
import type { DependentBlock } from '../coverage/rules.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { LinkPage } from '../link-groups/linked-account-store.ts';
import type { RebuildDeps, Rebuilt } from './rebuilt.ts';
import { coverageFault, isYoung } from './rules.ts';

export interface FoundBlock {
  readonly piece: PieceOf<'block'>;
  readonly block: Block;
  /** The jobs on its item. */
  readonly covering: Jobs | undefined;
}

/** Holds a block's coverage, and with linked scope some of the linked accounts at a time, against what it says. */
export async function rebuildCoverage(deps: RebuildDeps, found: FoundBlock, dryRun: boolean): Promise<Rebuilt> {
  const { block, covering } = found;
  if (block.scope !== 'linked_user_ids') return coverRootAlone(deps, found, dryRun);
  if (isYoung(block, deps.links.clock.now())) return { outcome: 'right', found: [] };
  const jobs = jobsOf(block.coverage, covering);
  const isApplying = block.coverage.state === 'applying' || Object.keys(jobs).length > 0;
  if (isApplying) return restartJobs(deps, found, jobs, dryRun);
  return guardPage(deps, found, dryRun);
}

async function coverRootAlone({ store }: RebuildDeps, { piece, block }: FoundBlock, dryRun: boolean): Promise<Rebuilt> {
  const fault = coverageFault(block, 1);
  if (fault === undefined) return { outcome: 'right', found: [] };
  if (dryRun) return { outcome: 'wrong', found: [fault] };
  return { outcome: (await store.resetCoverage(piece.shopId, block)) ? 'mended' : 'busy', found: [fault] };
}

/** Begins all work on a block's markers anew when nothing of it moved since it was looked at before. Steps may come twice. */
async function restartJobs(
  { links }: RebuildDeps,
  { piece: { kind, shopId, buyerId, jobs: before }, block }: FoundBlock,
  jobs: Jobs,
  dryRun: boolean,
): Promise<Rebuilt> {
  if (!isDeepStrictEqual(before, jobs))
    return { outcome: 'busy', found: ['it is being applied'], next: { kind, shopId, buyerId, jobs } };
  const { guarded, total } = block.coverage;
  const found = [`the coverage says applying, ${guarded} of ${total}, and nothing goes on`];
  if (dryRun) return { outcome: 'wrong', found };
  const { blockId, scope } = block;
  await coverBlock(links, { shopId, buyerId, blockId, scope });
  const groups = Object.entries(jobs).filter(([name]) => name !== coverJob);
  const dependent = toDependent(shopId, block);
  await links.queue.send(
    groups.map(([name, { revision = 0 }]) => ({
      ...{ step: 'follow_group', groupId: groupOf(name), revision, block: dependent, isFresh: false, left: total },
    })),
  );
  return { outcome: 'mended', found };
}

/** Guards whoever lacks the marker; behind the last account, says how many there are. */
async function guardPage(deps: RebuildDeps, { piece, block }: FoundBlock, dryRun: boolean): Promise<Rebuilt> {
  const { links } = deps;
  const { kind, shopId, buyerId } = piece;
  const page = await links.store.linked.page(buyerId, piece.from, 'members');
  const looked = page.groups.reduce((sum, { accounts }) => sum + accounts.length, 0);
  const unguarded = await guardUnguarded(deps, toDependent(shopId, block), page, dryRun);
  if (unguarded === 'changed') return { outcome: 'busy', found: [], next: { kind, shopId, buyerId, seen: 0 } };
  const seen = (piece.seen ?? 0) + looked;
  const found = unguarded > 0 ? [`${unguarded} of ${looked} linked accounts lack their marker`] : [];
  const outcome = outcomeOf(found, dryRun);
  if (page.next) return { outcome, found, next: { kind, shopId, buyerId, from: page.next, seen } };

  const { accounts, memberships } = await links.store.linked.sizeOf(buyerId);
  const fault = coverageFault(block, accounts + 1);
  if (fault === undefined) return { outcome, found };
  // Somebody has come whose marker nobody has looked at.
  if (memberships > seen) return { outcome: 'busy', found, next: { kind, shopId, buyerId, seen: 0 } };
  if (!dryRun && !(await recount(deps, toDependent(shopId, block))))
    return { outcome: 'busy', found, next: { kind, shopId, buyerId, seen: 0 } };
  return { outcome: outcomeOf([fault], dryRun), found: [...found, fault] };
}

function outcomeOf(found: readonly string[], dryRun: boolean): Rebuilt['outcome'] {
  if (found.length === 0) return 'right';
  return dryRun ? 'wrong' : 'mended';
}

async function guardUnguarded(
  { links: { store } }: RebuildDeps,
  block: DependentBlock,
  { groups }: LinkPage,
  dryRun: boolean,
): Promise<number | 'changed'> {
  let unguarded = 0;
  for (const { group, accounts } of groups) {
    for (const some of chunksOf(accounts, accountsAWrite)) {
      const lacking = await store.markers.unguarded(block, some);
      unguarded += lacking.length;
      if (lacking.length === 0 || dryRun) continue;
      if ((await store.markers.guard(block, group, lacking)).type !== 'guarded') return 'changed';
    }
  }
  return unguarded;
}

/** As the end of the last job does; `false` when the block has ended, or something is under way by now. */
async function recount({ links: { store } }: RebuildDeps, block: DependentBlock): Promise<boolean> {
  const isQuiet = (jobs: Jobs) => Object.keys(jobs).length === 0;
  const jobs = await store.jobs.change(block, (present) => (isQuiet(present) ? present : undefined));
  return jobs !== undefined && isQuiet(jobs);
}

function toDependent(shopId: PieceOf<'block'>['shopId'], block: Block): DependentBlock {
  const { buyerId: root, blockId, scope, linkedSince, createdAt, expiresAt } = block;
  return { shopId, root, blockId, scope, createdAt, expiresAt, ...(linkedSince === undefined ? {} : { linkedSince }) };
}
