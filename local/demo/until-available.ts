import { setTimeout as sleep } from 'node:timers/promises';

const availableWithinMilliseconds = 30_000;

/**
 * The first response that is not 503, or the last one of half a minute. On a busy machine the store misses a call's time while all
 * functions start, and the product says: try again. For requests that may be sent twice, as all of the demo's may.
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
