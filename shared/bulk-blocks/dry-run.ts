import type { Access } from '../access/rules.ts';
import type { TokenScope } from '../access/scope.ts';
import { assertAbout } from '../block-list/add-block.ts';
import { candidateRead } from '../block-list/candidate-store.ts';
import type { Candidate } from '../block-list/candidate-store.ts';
import { planBlock } from '../block-list/plan-block.ts';
import type { NewBlock } from '../block-list/plan-block.ts';
import type { Ledger } from '../block-list/rules.ts';
import { ledgerRead } from '../block-list/store.ts';
import type { KnownBuyer } from '../buyers/lookup-store.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { combineReads } from '../table/read-plan.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { withBlock, withoutPlaces } from './ledger-after-rules.ts';
import { refusalOf } from './row-refusal.ts';
import type { RowResult } from './rules.ts';

/** A block that a row asks for, of a buyer who is known by now. */
export interface Wanted {
  readonly buyer: KnownBuyer;
  readonly block: NewBlock;
}

interface Ground {
  readonly ledger: Ledger;
  readonly candidates: Readonly<Record<string, Candidate>>;
}

/** What the rows of a dry run are decided on, all at once. */
export function groundRead(token: TokenScope, wanted: readonly Wanted[]): ReadPlan<Ground> {
  const plans = wanted.map(({ block }, index) => [String(index), candidateRead(token, block)] as const);
  return combineReads({ ledger: ledgerRead(token), candidates: combineReads(Object.fromEntries(plans)) });
}

/** For a block that is never written. */
const made = { blockId: '', by: '' };

/**
 * What would become of each row, in order: decided by the plan of a real block, each on the ledger as the rows before would
 * leave it, so that the day's last new block goes to the row that would get it.
 */
export function dryRun(
  access: Access,
  wanted: readonly Wanted[],
  { ledger, candidates }: Ground,
  now: EpochMilliseconds,
): readonly RowResult[] {
  let left = ledger;
  return wanted.map(({ buyer, block }, index) => {
    const { buyerId, avatarUrl } = buyer;
    const candidate = candidates[index];
    if (!candidate) throw new Error('Each row was read.');
    try {
      assertAbout(block, candidate);
      left = ledgerAfter(
        access,
        left,
        { ...candidate, profile: buyer, links: buyer.links, isErased: false },
        block,
        now,
      );
      return { outcome: 'would_create', buyerId, avatarUrl };
    } catch (error) {
      return { ...refusalOf(error), buyerId, avatarUrl };
    }
  });
}

function ledgerAfter(
  access: Access,
  before: Ledger,
  candidate: Parameters<typeof planBlock>[1],
  block: NewBlock,
  now: EpochMilliseconds,
): Ledger {
  let ledger = before;
  for (;;) {
    const plan = planBlock(access, { ...candidate, ledger }, block, { ...made, now });
    if (plan.type === 'add') return withBlock(ledger, plan.plan, { ...plan.block, dayKey: plan.dayKey });
    ledger = withoutPlaces(ledger, plan.drops);
  }
}
