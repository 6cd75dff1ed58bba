import { setTimeout as sleep } from 'node:timers/promises';

/** A function whose worker starts beside many others answers 503 by itself after half a minute: one such answer is no reason to give up. */
const availableWithinMilliseconds = 180_000;

/**
 * The first response that is not 503, or the last one of three minutes. On a busy machine the store misses a call's time while all
 * functions start, and the product says: try again. For requests that may be sent twice, as all of a start's may.
 */
export async function untilAvailable(send: () => Promise<Response>): Promise<Response> {
  const deadline = performance.now() + availableWithinMilliseconds;
  for (;;) {
    const response = await send();
    if (response.status !== 503 || performance.now() > deadline) return response;
    await response.body?.cancel();
    await sleep(500);
  }
}
