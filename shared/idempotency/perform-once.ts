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
  /** Whether the caller may still do this: asked of each read, behind the key's record. It throws the refusal. */
  admit(loaded: Loaded): Admitted;
  /**
   * Does the write, and saves what its answer is rebuilt from in the write's own transaction (`recordWrite`). It need not
   * know of replays: `again` does not return once the key's record is there.
   */
  perform(first: Admitted, again: () => Promise<Admitted>): Promise<Reply>;
  /** The answer of the write that this key has already done. */
  replay(outcome: Outcome, loaded: Loaded): Promise<Reply> | Reply;
}

/** Ends a write whose key turns out to have been used meanwhile, whatever it is in the middle of. */
class AlreadyPerformed extends Error {
  override readonly name = 'AlreadyPerformed';
}

/** What the key has done, and what was read together with its record. */
interface Performed<Loaded> {
  readonly outcome: Outcome;
  readonly loaded: Loaded;
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
    return { outcome: outcomeFor(use, found.record), loaded: found.loaded };
  };
  // A read of several items is no snapshot: it can show what a concurrent request with this key has done, and not its
  // record yet. So the record is asked for once more before a refusal is told.
  const performedConcurrently = async (): Promise<Performed<Loaded> | undefined> => {
    const outcome = outcomeFor(use, await reader.readSettled(record));
    return outcome && { outcome, loaded: (await reader.read(planWithRecord)).loaded };
  };

  const begun = await read();
  if (begun.outcome) return replay(begun.outcome, begun.loaded);
  const first = admit(begun.loaded);
  let meanwhile: Performed<Loaded> | undefined;
  try {
    return await perform(first, async () => {
      const { outcome, loaded } = await read();
      if (!outcome) return admit(loaded);
      meanwhile = { outcome, loaded };
      throw new AlreadyPerformed();
    });
  } catch (error) {
    if (use && mayBeOurOwnDoing(error)) meanwhile = await performedConcurrently();
    if (!meanwhile) throw error;
    return replay(meanwhile.outcome, meanwhile.loaded);
  }
}

/** What the key has done; `undefined` while it has done nothing. */
function outcomeFor(use: IdempotentUse | undefined, record: IdempotencyRecord | undefined): Outcome | undefined {
  if (!record) return undefined;
  if (record.requestDigest !== use?.requestDigest) {
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  return record.outcome;
}

/** Refusals that say that nothing was done, whoever was first. */
const nothingDone: readonly ErrorCode[] = ['unavailable', 'validation_failed', 'too_many_requests'];

/** Any other refusal may follow from the success of this very request, sent twice at once. */
function mayBeOurOwnDoing(error: unknown): boolean {
  return error instanceof AppError && !nothingDone.includes(error.code);
}
