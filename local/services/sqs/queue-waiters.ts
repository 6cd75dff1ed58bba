/** Long polls: who waits for a message of which queue. */
export interface QueueWaiters {
  wait(queueArn: string, milliseconds: number): Promise<void>;
  wake(queueArn: string): void;
  wakeAll(): void;
}

export function createQueueWaiters(): QueueWaiters {
  const waiting = new Map<string, Set<() => void>>();
  const wake = (queueArn: string): void => {
    const resolvers = waiting.get(queueArn);
    if (!resolvers) return;
    waiting.delete(queueArn);
    for (const resolve of resolvers) resolve();
  };
  return {
    wake,
    wakeAll: () => {
      for (const queueArn of [...waiting.keys()]) wake(queueArn);
    },
    wait: (queueArn, milliseconds) =>
      new Promise((resolve) => {
        const resolvers = waiting.get(queueArn) ?? new Set();
        waiting.set(queueArn, resolvers);
        const done = () => {
          clearTimeout(timer);
          resolvers.delete(done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        // A poller that waits is no reason to keep the process alive.
        timer.unref();
        resolvers.add(done);
      }),
  };
}
