import type { ShopScope, TokenScope } from '../access/scope.ts';
import { addBlock } from '../block-list/add-block.ts';
import { candidateRead } from '../block-list/candidate-store.ts';
import type { NewBlock } from '../block-list/plan-block.ts';
import { addedBlock } from '../block-list/recorded-block.ts';
import type { Block } from '../block-list/rules.ts';
import type { BlockListStore } from '../block-list/store.ts';
import type { LookupStore } from '../buyers/lookup-store.ts';
import { resolveRows } from '../bulk-blocks/resolve-rows.ts';
import { leftOut, refusalOf } from '../bulk-blocks/row-refusal.ts';
import type { RowResult } from '../bulk-blocks/rules.ts';
import { performOnce } from '../idempotency/perform-once.ts';
import { partOfUse, recordRead } from '../idempotency/record.ts';
import type { IdempotentUse, Outcome } from '../idempotency/record.ts';
import { mapAtOnce } from '../kernel/at-once.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { combineReads } from '../table/read-plan.ts';
import type { PlanReader } from '../table/read-plan.ts';
import { admit, planOf } from './seller-route.ts';

export interface BulkRunDeps {
  readonly reader: PlanReader;
  readonly store: BlockListStore;
  readonly lookups: LookupStore;
  readonly newId: NewId;
}

/** A row whose fields are right. */
export type RowToAdd = Omit<NewBlock, 'buyerId'> & { readonly buyerId?: string | undefined };

export interface BulkRun {
  readonly token: TokenScope;
  readonly scope: ShopScope;
  readonly now: EpochMilliseconds;
  /** Of the whole: each row is done once for its part of it. */
  readonly use: IdempotentUse | undefined;
  /** By their place among all rows. */
  readonly rows: ReadonlyMap<number, RowToAdd>;
  readonly isOver: () => boolean;
}

const replaysAtOnce = 8;

/**
 * Adds the blocks of rows one after the other, each in a transaction of its own with the record of its part of the key: cut
 * off at any point, the same request goes on where it was. So once one row is left out for lack of time, all behind it
 * are, or the day's last new block would go to another row than it would have.
 */
export async function runRows(deps: BulkRunDeps, run: BulkRun): Promise<ReadonlyMap<number, RowResult>> {
  const done = await replays(deps, run);
  const open = [...run.rows].filter(([at]) => !done.has(at));
  const resolved = await resolveRows(
    deps.lookups,
    run.scope,
    open.map(([, row]) => row),
    run.isOver,
  );
  const results = new Map(done);
  let isCutOff = false;
  for (const [index, [at, row]] of open.entries()) {
    const found = resolved[index];
    isCutOff ||= run.isOver();
    const result: RowResult =
      isCutOff || !found
        ? leftOut
        : found.type === 'refused'
          ? found.result
          : await add(deps, run, at, { ...row, buyerId: found.buyer.buyerId });
    isCutOff ||= result.outcome === 'unavailable';
    results.set(at, result);
  }
  return results;
}

/** What the key has done before, answered as it was then. */
async function replays(deps: BulkRunDeps, { token, now, use, rows }: BulkRun): Promise<Map<number, RowResult>> {
  if (!use) return new Map();
  const plans = [...rows.keys()].map((at) => [String(at), recordRead(partOfUse(use, token.shopId, at), now)] as const);
  const records = await deps.reader.read(combineReads(Object.fromEntries(plans)));
  const recorded = [...rows].flatMap(([at, row]) => {
    const outcome = records[at]?.outcome;
    return outcome ? [{ at, row, outcome }] : [];
  });
  const results = await mapAtOnce(recorded, replaysAtOnce, async ({ at, row, outcome }) => {
    return [at, await answerAgain(deps, token, row, outcome)] as const;
  });
  return new Map(results);
}

async function add(deps: BulkRunDeps, run: BulkRun, at: number, block: NewBlock): Promise<RowResult> {
  const { token, now } = run;
  try {
    return await performOnce(deps.reader, {
      use: run.use && partOfUse(run.use, token.shopId, at),
      now,
      plan: planOf(token, candidateRead(token, block)),
      admit: ({ access, loaded }) => ({ ...admit(token, access), loaded }),
      perform: async (first, again) => {
        const read = (isAgain: boolean) => (isAgain ? again() : Promise.resolve(first));
        const use = run.use && partOfUse(run.use, token.shopId, at);
        return created(await addBlock(deps, { scope: first.scope, now, use, read }, block));
      },
      replay: (outcome) => answerAgain(deps, token, block, outcome),
    });
  } catch (error) {
    return refusalOf(error);
  }
}

/** The block that a row made, with the words that may still be said. */
async function answerAgain(
  { store }: BulkRunDeps,
  token: TokenScope,
  row: RowToAdd,
  outcome: Outcome,
): Promise<RowResult> {
  const block = { ...row, buyerId: String(outcome['buyerId']) };
  try {
    const present = await store.settled(token, block.buyerId);
    const { profile } = await store.marketplaceBuyer(token, block.buyerId);
    return created(addedBlock(outcome, block, { present, buyerIsErased: profile === undefined }));
  } catch (error) {
    return refusalOf(error);
  }
}

function created(block: Block): RowResult {
  const { buyerId, avatarUrl } = block;
  return { outcome: 'created', buyerId, avatarUrl, block };
}
