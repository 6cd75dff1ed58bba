import type { EventEmitter } from 'node:events';

export interface StopSignalOptions {
  /** The process: who emits the signals of the system. */
  readonly signals: Pick<EventEmitter, 'on'>;
  readonly say: (line: string) => void;
  /** Ends the process on the spot. */
  readonly end: () => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** `npm run` passes on what the terminal has sent already: one Ctrl-C arrives twice. */
const samePressMilliseconds = 500;

/**
 * Aborts with Ctrl-C or SIGTERM, so that rows in flight are finished. Once more, and it ends on the spot: what was in
 * flight is then asked again by the next run.
 */
export function stopOnSignals({ signals, say, end, now }: StopSignalOptions): AbortSignal {
  const stop = new AbortController();
  let firstAt: number | undefined;
  const hear = (): void => {
    if (firstAt === undefined) {
      firstAt = now();
      stop.abort();
      say('Stopping: what is in flight is finished first. Ctrl-C once more ends at once; nothing is lost by it.');
    } else if (now() - firstAt > samePressMilliseconds) end();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) signals.on(signal, hear);
  return stop.signal;
}
