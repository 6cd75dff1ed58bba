import { createRecent } from './recent.ts';

/**
 * Stops that this process knows to be recorded. A blocked buyer mostly tries again at once, and the same occasion
 * counts once anyway: a further message would be paid for and thrown away.
 */
export interface ReportedDenials {
  has(stop: string): boolean;
  add(stop: string): void;
}

/** Remembers the newest, at least `most`; one that was forgotten is merely sent again. */
export function createReportedDenials(most: number): ReportedDenials {
  const stops = createRecent<true>(most);
  return { has: (stop) => stops.get(stop) === true, add: (stop) => stops.set(stop, true) };
}
