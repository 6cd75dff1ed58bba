import type { FunctionWorker, WorkerOutcome } from './function-worker-handle.ts';
import type { InvokeMessage } from './worker-messages.ts';

/** The workers of one function: reused as Lambda reuses environments, more on demand, then first come, first served. */
export interface WorkerPool {
  invoke(message: InvokeMessage): Promise<WorkerOutcome>;
  /** Starts one worker if there is none, so that the first invocation need not wait for it. */
  warm(): void;
  close(): Promise<void>;
}

const closedOutcome: WorkerOutcome = {
  type: 'crashed',
  error: { errorType: 'Runtime.Unavailable', errorMessage: 'The local runtime is closing.' },
};

/**
 * @param maximum most workers at once, at least 1
 * @param idleMilliseconds how long a worker beyond the first may be idle before it is ended
 */
export function createWorkerPool(start: () => FunctionWorker, maximum: number, idleMilliseconds: number): WorkerPool {
  const idle: { worker: FunctionWorker; since: number }[] = [];
  const all = new Set<FunctionWorker>();
  const waiting: ((worker: FunctionWorker | undefined) => void)[] = [];
  let closed = false;

  const add = (): FunctionWorker => {
    const worker = start();
    all.add(worker);
    return worker;
  };
  /** Undefined when the pool closed meanwhile. */
  const acquire = (): Promise<FunctionWorker | undefined> => {
    if (closed) return Promise.resolve(undefined);
    // The one used last: the others then grow idle enough to be ended.
    for (let free = idle.pop(); free; free = idle.pop()) {
      if (free.worker.isAlive()) return Promise.resolve(free.worker);
      all.delete(free.worker);
    }
    if (all.size < maximum) return Promise.resolve(add());
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (worker: FunctionWorker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push({ worker, since: performance.now() });
  };
  const discard = (worker: FunctionWorker): void => {
    all.delete(worker);
    const next = waiting.shift();
    if (next && !closed) next(add());
  };
  const reap = setInterval(
    () => {
      const oldest = idle[0];
      if (all.size < 2 || !oldest || performance.now() - oldest.since < idleMilliseconds) return;
      idle.shift();
      all.delete(oldest.worker);
      void oldest.worker.end();
    },
    Math.min(idleMilliseconds, 5_000),
  );
  reap.unref();

  return {
    async invoke(message) {
      const worker = await acquire();
      if (!worker) return closedOutcome;
      const outcome = await worker.invoke(message);
      if (outcome.type === 'answered' || outcome.type === 'failed') release(worker);
      else discard(worker);
      return outcome;
    },
    warm() {
      if (all.size === 0) release(add());
    },
    async close() {
      closed = true;
      clearInterval(reap);
      for (const resolve of waiting.splice(0)) resolve(undefined);
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}
