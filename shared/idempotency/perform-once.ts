import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import { combineReads } from '../table/read-plan.ts';
import type { PlanReader, ReadPlan } from '../table/read-plan.ts';
import { recordRead } from './record.ts';
import type { IdempotencyRecord, IdempotentUse, Outcome } from './record.ts';

/** A write that is to happen once for each use of its key. */
export interface OnceForKey<Loaded, Admitted, Reply> {
  /** Without a key it is a write like any other. */
  readonly use: IdempotentUse | undefined;
  readonly now: EpochMilliseconds;
  /** What the write is decided on; the key's record is read along, in the same round trip. */
  readonly plan: ReadPlan<Loaded>;
  /** Whether the caller may do this: asked of each read, before the key's record is looked at, so that a replay needs it too. It throws the refusal. */
  admit(loaded: Loaded): Admitted;
  /**
   * Does the write, and saves what its answer is rebuilt from in the write's own transaction (`recordWrite`). It need not
   * know of replays: `again` does not return once the key's record is there.
   */
  perform(first: Admitted, again: () => Promise<Admitted>): Promise<Reply>;
  /** The answer of the write that this key has already done, from its record: nothing that has become of it since. */
  replay(outcome: Outcome, admitted: Admitted): Promise<Reply> | Reply;
}

/** Ends a write whose key turns out to have been used meanwhile, whatever it is in the middle of. */
class AlreadyPerformed extends Error {
  override readonly name = 'AlreadyPerformed';
}

/** What the key has done, and what was admitted together with its record. */
interface Performed<Admitted> {
  readonly outcome: Outcome;
  readonly admitted: Admitted;
}

/**
 * Performs a write, or gives the answer again of the one that its key has done: also when that happens while this one
 * is decided, tried, or refused.
 *
 * @throws AppError `idempotency_key_reused` when the key was used for another request, and what `admit`, `perform` and
 *   `replay` throw.
 */
export async function performOnce<Loaded, Admitted, Reply>(
  reader: PlanReader,
  { use, now, plan, admit, perform, replay }: OnceForKey<Loaded, Admitted, Reply>,
): Promise<Reply> {
  const record = recordRead(use, now);
  const planWithRecord = combineReads({ record, loaded: plan });
  const read = async () => {
    const found = await reader.read(planWithRecord);
    const admitted = admit(found.loaded);
    return { outcome: outcomeFor(use, found.record), admitted };
  };
  // A read of several items is no snapshot: it can show what a concurrent request with this key has done, and not its
  // record yet. So the record is asked for once more before a refusal is told.
  const performedConcurrently = async (): Promise<Performed<Admitted> | undefined> => {
    const outcome = outcomeFor(use, await reader.readSettled(record));
    return outcome && { outcome, admitted: admit((await reader.read(planWithRecord)).loaded) };
  };

  const begun = await read();
  if (begun.outcome) return replay(begun.outcome, begun.admitted);
  let meanwhile: Performed<Admitted> | undefined;
  try {
    return await perform(begun.admitted, async () => {
      const { outcome, admitted } = await read();
      if (!outcome) return admitted;
      meanwhile = { outcome, admitted };
      throw new AlreadyPerformed();
    });
  } catch (error) {
    if (use && mayBeOurOwnDoing(error)) meanwhile = await performedConcurrently();
    if (!meanwhile) throw error;
    return replay(meanwhile.outcome, meanwhile.admitted);
  }
}

/**
 * What the key has done; `undefined` while it has done nothing.
 *
 * @throws AppError `idempotency_key_reused` when that was for another request.
 */
export function outcomeFor(use: IdempotentUse | undefined, record: IdempotencyRecord | undefined): Outcome | undefined {
  if (!record) return undefined;
  if (record.requestDigest !== use?.requestDigest) {
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  return record.outcome;
}

/** Refusals that stand whatever was done: they say that nothing was, or that the caller may not be told. */
const final: readonly ErrorCode[] = ['unavailable', 'validation_failed', 'too_many_requests', 'access_not_active'];

/** Any other refusal may follow from the success of this very request, sent twice at once. */
function mayBeOurOwnDoing(error: unknown): boolean {
  return error instanceof AppError && !final.includes(error.code);
}
