/**
 * Stops that this process knows to be recorded. A blocked buyer mostly tries again at once, and the same occasion
 * counts once anyway: a further message would be paid for and thrown away.
 */
export interface RecordedStops {
  has(stop: string): boolean;
  add(stop: string): void;
}

/** Remembers the newest, at most `most`; one that was forgotten is merely sent again. */
export function createRecordedStops(most: number): RecordedStops {
  const stops = new Set<string>();
  return {
    has: (stop) => stops.has(stop),
    add(stop) {
      stops.add(stop);
      // A set keeps the order in which they came.
      if (stops.size > most) stops.delete(stops.values().next().value as string);
    },
  };
}
