import { setTimeout as sleep } from 'node:timers/promises';
import { NotYet, SmokeFailure } from './failure.ts';

export interface WaitOptions {
  /** Of a clock that never goes back. */
  readonly now?: () => number;
  readonly firstPauseMilliseconds?: number;
  readonly lastRequestId?: () => string | undefined;
  /** When it aborts, nothing is waited for any more. */
  readonly stop?: AbortSignal | undefined;
}

const longestPauseMilliseconds = 2000;

/**
 * Looks again and again until a look sees what is waited for. A look that throws has not seen it yet, unless it throws a
 * `SmokeFailure`: then waiting is of no use.
 *
 * @param what as it stands behind "waited for", e.g. `the gate to deny the linked account`.
 * @throws SmokeFailure once the time is over, with what was seen last.
 */
export async function waitUntil<Seen>(
  what: string,
  seconds: number,
  look: () => Promise<Seen | NotYet>,
  options: WaitOptions = {},
): Promise<Seen> {
  const { now = () => performance.now(), firstPauseMilliseconds = 200, lastRequestId = () => undefined } = options;
  const until = now() + seconds * 1000;
  let pause = firstPauseMilliseconds;
  for (;;) {
    const seen = await look().catch((error: unknown) => {
      if (error instanceof SmokeFailure) throw error;
      return new NotYet(error instanceof Error ? error.message : String(error));
    });
    if (!(seen instanceof NotYet)) return seen;
    if (options.stop?.aborted)
      throw new SmokeFailure(`was stopped while it waited for ${what}`, { requestId: lastRequestId() });
    if (now() + pause > until)
      throw new SmokeFailure(`waited ${seconds} s for ${what}; last seen: ${seen.seen}`, {
        requestId: lastRequestId(),
      });
    await sleep(pause, undefined, options.stop ? { signal: options.stop } : {}).catch(() => undefined);
    pause = Math.min(longestPauseMilliseconds, pause * 1.5);
  }
}
