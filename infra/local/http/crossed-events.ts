/** An event that a bus took. */
export interface CrossedEvent {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface CrossedEvents {
  /** To be called by the bus with each event and the names of the rules that it matched. */
  observe(busName: string, event: CrossedEvent, rules: readonly string[]): void;
  /** Oldest first, at most 1,000. */
  recent(): readonly object[];
}

const KEPT = 1_000;

/** Remembers what crosses the buses, for tests and for people who watch. */
export function createCrossedEvents(): CrossedEvents {
  const kept: object[] = [];
  return {
    recent: () => kept,
    observe(bus, { id, source, 'detail-type': type, detail }, rules) {
      kept.push({ id, bus, source, 'detail-type': type, detail, rules });
      if (kept.length > KEPT) kept.shift();
    },
  };
}
