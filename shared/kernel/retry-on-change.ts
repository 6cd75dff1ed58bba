import { AppError } from './errors.ts';

/** With one more read and one more write after it, still within an API function's time. */
const withinMilliseconds = 8000;

/**
 * Rounds of a write that is decided again whenever something changed in between: 0, 1, 2 …, at most `most`, and none
 * begun after 8 s, so that the caller gets our answer and not the gateway's.
 */
export function* rounds(most: number): Generator<number, void> {
  const giveUpAt = performance.now() + withinMilliseconds;
  for (let round = 0; round < most && performance.now() < giveUpAt; round++) yield round;
}

/**
 * What was decided on one read: a write to try, with the result it would have; one that only prepares the ground, after
 * which it is decided again; or the end, with nothing to write.
 */
export type Decision<Write, Result> =
  | { readonly type: 'write'; readonly write: Write; readonly result: Result }
  | { readonly type: 'prepare'; readonly write: Write }
  | { readonly type: 'end'; readonly result: Result };

export interface OptimisticWrite<State, Write, Result> {
  /** Reads what the decision is made from. `again` is true once a save has found it changed: what came with the request is old then. */
  read(again: boolean): Promise<State>;
  /** Decides on what was read. A refusal is thrown, and ends it. */
  decide(state: State): Decision<Write, Result> | Promise<Decision<Write, Result>>;
  /** Writes on the condition that nothing of what was read has changed; `false` when something has. */
  save(write: Write, state: State): Promise<boolean>;
  /** How often at most; somebody else gets further in each round. */
  readonly mostRounds: number;
  /** The sentence of the `unavailable` that ends it when things keep changing. */
  readonly changesTooFast: string;
}

/**
 * Reads, decides and saves, and does so again while a save finds that something has changed since the read. Ids and
 * times that name the write are taken before the call, so that every round writes the same thing.
 *
 * @throws AppError `unavailable` when it keeps changing, and whatever `read`, `decide` and `save` throw.
 */
export async function retryOnChange<State, Write, Result>(
  steps: OptimisticWrite<State, Write, Result>,
): Promise<Result> {
  for (const round of rounds(steps.mostRounds)) {
    const state = await steps.read(round > 0);
    const decision = await steps.decide(state);
    if (decision.type === 'end') return decision.result;
    const saved = await steps.save(decision.write, state);
    if (saved && decision.type === 'write') return decision.result;
  }
  throw new AppError('unavailable', steps.changesTooFast);
}
