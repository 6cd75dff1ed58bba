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

/**
 * Where labels of bars stand so that none meets another or the edge: from the last bar back, which always has one.
 *
 * @param left where the first bar's room begins, of `width` in all.
 * @returns middles of the labels, by the bar.
 */
export function labelPlaces(
  count: number,
  left: number,
  width: number,
  labelWidth: number,
): ReadonlyMap<number, number> {
  const group = (width - left) / Math.max(1, count);
  const every = Math.max(1, Math.ceil(labelWidth / group));
  const places = new Map<number, number>();
  for (let index = count - 1; index >= 0; index -= every) {
    const middle = Math.min(left + group * (index + 0.5), width - labelWidth / 2);
    const next = places.get(index + every);
    const place = next === undefined ? middle : Math.min(middle, next - labelWidth);
    if (place - labelWidth / 2 < 0 && next !== undefined) break;
    places.set(index, Math.max(place, labelWidth / 2));
  }
  return places;
}
