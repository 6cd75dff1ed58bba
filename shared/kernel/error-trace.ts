/** What may be logged of a thrown value. */
export interface ErrorTrace {
  readonly errorName: string;
  /** Where it was thrown, innermost first. */
  readonly frames: readonly string[] | undefined;
}

const mostFrames = 5;

/** Name and first frames alone: the lines before them repeat the message, which may quote what was sent. */
export function traceOf(thrown: unknown): ErrorTrace {
  if (!(thrown instanceof Error)) return { errorName: typeof thrown, frames: undefined };
  const frames = thrown.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return { errorName: thrown.name, frames: frames?.slice(0, mostFrames) };
}
