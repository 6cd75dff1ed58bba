import type { Functions, Log } from '../ports.ts';

/** Lambda retries an asynchronous invocation twice, after one and two minutes. */
const RETRY_DELAYS_MILLISECONDS = [60_000, 120_000];

/**
 * Invokes a function as an event: the caller does not wait, and an error of the function is retried as Lambda
 * does. Unlike a queue's messages these live in memory only: what must not be lost goes through a queue.
 */
export function invokeAsynchronously(functions: Functions, functionArn: string, payload: unknown, log: Log): void {
  const attempt = async (delays: readonly number[]): Promise<void> => {
    const { functionError } = await functions.invoke(functionArn, payload);
    if (functionError === undefined) return;
    const [delay, ...rest] = delays;
    if (delay === undefined) {
      log(
        `Gave up an asynchronous invocation of ${functionArn} after ${RETRY_DELAYS_MILLISECONDS.length + 1} attempts.`,
      );
      return;
    }
    // Not a reason to keep the process alive.
    setTimeout(() => void attempt(rest), delay).unref();
  };
  void attempt(RETRY_DELAYS_MILLISECONDS);
}
