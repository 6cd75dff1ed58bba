import { useSyncExternalStore } from 'react';

/** One clock for all that counts down: a second apart, and still while nobody looks. */
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => !document.hidden && tick(), 1000);
  document.addEventListener('visibilitychange', tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  };
}

/** @returns Milliseconds since 1970, down to a multiple of `stepSeconds`: what uses it is drawn again only then. */
export function useNow(stepSeconds = 1): number {
  const step = stepSeconds * 1000;
  return useSyncExternalStore(subscribe, () => Math.floor(now / step) * step);
}

/** A time that is shown to the minute until its last hour, and then to the second, says so only as often. */
export function useNowUntil(deadline: number): number {
  const secondsLeft = (): number => {
    const seconds = Math.max(0, Math.floor((deadline - now) / 1000));
    return seconds < 3600 ? seconds : seconds - (seconds % 60);
  };
  return deadline - useSyncExternalStore(subscribe, secondsLeft) * 1000;
}
