import { retryAfterOf, unreachable } from './api-problem.ts';
import { waitBeforeNext } from './retry-rules.ts';

export interface RetryParts {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

/** Of the platform: browsers and Node.js have them all. */
export const platformParts: RetryParts = {
  fetch: (request) => fetch(request),
  wait,
  random: Math.random,
};

/** `fetch` that tries again what can succeed, and does no harm, when it is repeated: reads, and writes with an `Idempotency-Key`. */
export function retryingFetch(parts: RetryParts = platformParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const isRepeatable = isRead(request) || request.headers.has('Idempotency-Key');
    for (let number = 1; ; number++) {
      const outcome = await attempt(parts, request.clone());
      if (outcome instanceof Response && outcome.ok) return outcome;
      const status = outcome instanceof Response ? outcome.status : 0;
      const retryAfter = outcome instanceof Response ? retryAfterOf(outcome.headers) : undefined;
      const milliseconds = waitBeforeNext({ number, status, retryAfter, isRepeatable }, parts.random());
      if (milliseconds !== undefined) await parts.wait(milliseconds, request.signal);
      else if (outcome instanceof Response) return outcome;
      else throw unreachable(outcome.cause);
    }
  };
}

export function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The answer, or why there is none. What the caller gave up is no failure. */
async function attempt(parts: RetryParts, request: Request): Promise<Response | { readonly cause: unknown }> {
  try {
    return await parts.fetch(request);
  } catch (cause) {
    request.signal.throwIfAborted();
    return { cause };
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
