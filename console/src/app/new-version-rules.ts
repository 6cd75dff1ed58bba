const leastMilliseconds = 60_000;

/** Whether a page whose file is missing may load itself again: never in a circle. Both in milliseconds since 1970; 0 is never. */
export function mayReload(lastReload: number, now: number): boolean {
  return now - lastReload > leastMilliseconds;
}
