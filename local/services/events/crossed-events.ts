import { jsonResponse } from '../../core/http-front-end/http-request.ts';
import type { LocalRoutes } from '../../core/local-routes/local-routes.ts';

/** An event that a bus took. */
export interface CrossedEvent {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface CrossedEvents {
  /**
   * To be called by the bus with each event and the names of the rules that it matched. Of a buyer who was erased no
   * event keeps more than their ID, those that come later included.
   */
  observe(busName: string, event: CrossedEvent, rules: readonly string[]): void;
  /** Oldest first, at most 1,000. */
  recent(): readonly object[];
}

interface KeptEvent extends CrossedEvent {
  readonly bus: string;
  readonly rules: readonly string[];
}

const mostKept = 1_000;

/** Remembers what crosses the buses, for tests and for people who watch. */
export function createCrossedEvents(): CrossedEvents {
  let kept: KeptEvent[] = [];
  const erased = new Set<unknown>();
  const withoutName = (event: KeptEvent): KeptEvent => {
    const { buyerId } = event.detail;
    return holdsName(event) && erased.has(buyerId) ? { ...event, detail: { buyerId } } : event;
  };
  return {
    recent: () => kept,
    observe(bus, { id, source, 'detail-type': type, detail }, rules) {
      if (source === 'marketplace.identity' && type === 'Buyer Erased') {
        erased.add(detail['buyerId']);
        kept = kept.map(withoutName);
      }
      kept.push(withoutName({ id, bus, source, 'detail-type': type, detail, rules }));
      if (kept.length > mostKept) kept.shift();
    },
  };
}

export function crossedEventRoutes(events: Pick<CrossedEvents, 'recent'>): LocalRoutes {
  return { 'GET /_local/events': () => jsonResponse(200, { items: events.recent() }) };
}

/** No other event carries a username. */
function holdsName({ source, 'detail-type': type }: CrossedEvent): boolean {
  return source === 'marketplace.identity' && type === 'Buyer Profile Changed';
}
