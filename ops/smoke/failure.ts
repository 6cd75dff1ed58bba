/** What a run of the canary found broken: in words, and with what leads to the cause. */
export class SmokeFailure extends Error {
  override readonly name = 'SmokeFailure';
  /** Of the last answer before it, as logs know it. */
  readonly requestId: string | undefined;
  /** Where the step knows better than its list which function is to be looked at. */
  readonly functions: readonly string[] | undefined;

  constructor(
    message: string,
    { requestId, functions, cause }: { requestId?: string | undefined; functions?: readonly string[]; cause?: unknown },
  ) {
    super(message, { cause });
    this.requestId = requestId;
    this.functions = functions;
  }
}

/** Said by a look that has not seen yet what it waits for; the last one is told when the wait ends in vain. */
export class NotYet {
  readonly seen: string;

  constructor(seen: string) {
    this.seen = seen;
  }
}
