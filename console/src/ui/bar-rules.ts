/** Where the bars of a chart stand. Its axis begins at zero and ends at a round number. */

export interface Axis {
  readonly top: number;
  readonly step: number;
}

const roundSteps = [1, 2, 5];

/** The lowest axis in round steps, four at most, that holds the highest bar. Counts are whole: a step is never below one. */
export function axisFor(highest: number): Axis {
  for (let power = 1; ; power *= 10) {
    for (const one of roundSteps) {
      const step = one * power;
      if (step * 4 >= highest) return { step, top: step * Math.max(1, Math.ceil(highest / step)) };
    }
  }
}

/** Every so many bars one is labelled, so that labels do not meet; always the last one. */
export function labelledBars(count: number, most: number): ReadonlySet<number> {
  const every = Math.max(1, Math.ceil(count / most));
  return new Set(
    Array.from({ length: count }, (_, index) => count - 1 - index).filter((_, back) => back % every === 0),
  );
}
