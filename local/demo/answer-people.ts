import { setTimeout as sleep } from 'node:timers/promises';
import { demoCancellations } from './demo-risks.ts';
import { demoOrders } from './demo-shop.ts';
import { answerRequests } from './seller-requests.ts';
import type { RunningProduct } from './seller-requests.ts';

interface AnswerOptions extends RunningProduct {
  /** Epoch milliseconds on the local clock. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly everyMilliseconds?: number;
}

/** Never unlucky: nobody who tries the console meets a refusal that they did not ask for. */
const alwaysDone = (): number => 1;

/**
 * The order and refund services of the demo shop, which do what people ask for in the console, within moments. The request
 * that the demo data left open stays so: a waiting one is there to be looked at.
 */
export async function answerPeople(options: AnswerOptions): Promise<void> {
  const { now, signal, everyMilliseconds = 4_000 } = options;
  const started = now();
  const { waiting } = demoCancellations(started);
  const orders = new Map(demoOrders(started).map((order) => [order.orderId, order]));
  orders.delete(waiting.orderId);
  while (!signal.aborted) {
    await sleep(everyMilliseconds, undefined, { signal, ref: false }).catch(() => undefined);
    // What fails is asked for again the next time: an injected fault must not end the demo's marketplace.
    if (!signal.aborted)
      await answerRequests(options, (orderId) => orders.get(orderId), alwaysDone, now).catch(() => []);
  }
}
