import type { LocalClock } from './clock.ts';

/** Resolves when the local clock has gone on by that many milliseconds: by itself, or because it was advanced. */
export type LocalTimer = (milliseconds: number) => Promise<void>;

/** Waiting is no reason to keep the process alive. */
export function createLocalTimer(clock: LocalClock): LocalTimer {
  const waiting = new Set<{ readonly until: number; readonly wake: () => void }>();
  clock.onAdvance(() => {
    for (const entry of waiting) if (entry.until <= clock.now()) entry.wake();
  });
  return (milliseconds) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => entry.wake(), milliseconds).unref();
      const entry = {
        until: clock.now() + milliseconds,
        wake: () => {
          clearTimeout(timer);
          waiting.delete(entry);
          resolve();
        },
      };
      waiting.add(entry);
    });
}
