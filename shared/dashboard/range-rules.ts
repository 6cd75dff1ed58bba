const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;

/** The last `count` calendar dates, `last` among them, oldest first. */
export function datesUntil(last: string, count: number): readonly string[] {
  const end = Date.parse(last);
  return Array.from({ length: count }, (_, index) => toDate(end - (count - 1 - index) * dayMilliseconds));
}

/**
 * Between which instants a day of one of these dates can begin, in whatever zone the shop was then: they reach from
 * −12 to +14, and an hour more with the clocks changed. Days are named by that instant.
 */
export function keysAround(first: string, last: string): { readonly from: string; readonly to: string } {
  return {
    from: new Date(Date.parse(first) - 15 * hourMilliseconds).toISOString(),
    to: new Date(Date.parse(last) + 13 * hourMilliseconds).toISOString(),
  };
}

function toDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
