import { AsyncLocalStorage } from 'node:async_hooks';
import { idPattern } from '../kernel/ids.ts';

/**
 * What one request or event of outside sets off, through functions, events and queues, goes by one ID: the `requestId` of a
 * request, or the `correlationId` of an event. It is in each line that is logged on the way, and in each event that is written.
 */
const running = new AsyncLocalStorage<string>();

/** Of the work that goes on now; `undefined` outside of any. */
export function correlationId(): string | undefined {
  return running.getStore();
}

/** Does work under an ID, which all that it awaits has too. */
export function correlated<Result>(id: string, work: () => Result): Result {
  return running.run(id, work);
}

/** The first that can be such an ID: what others send may be anything. */
export function firstCorrelationId(...candidates: readonly unknown[]): string {
  const found = candidates.find((one) => typeof one === 'string' && idPattern.test(one));
  return typeof found === 'string' ? found : 'unknown';
}
