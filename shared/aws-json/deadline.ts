/**
 * When an answer is due, on the clock of `performance.now()`. A plain number: an `AbortSignal` with its listeners
 * costs as much as a tenth of a read.
 */
export type Deadline = number;

export function deadlineIn(milliseconds: number): Deadline {
  return performance.now() + milliseconds;
}

/** What is left until then; not positive once it has passed. */
export function millisecondsUntil(deadline: Deadline): number {
  return deadline - performance.now();
}

/** Half of what is left, for a read without which there is another way to the answer. */
export function halfwayTo(deadline: Deadline): Deadline {
  return deadline - millisecondsUntil(deadline) / 2;
}
