import { catalogue } from '../shared/contracts/events/catalogue.ts';
import type { EventContract } from '../shared/contracts/events/event-contract.ts';
import { ownSource } from '../shared/contracts/events/parts/own-source.ts';

/** As much of an event as rules look at. The local runtime and the tests read the same rules from the template. */
export type RoutedEvent = Pick<EventContract, 'source' | 'type'>;

const sourcesOf = (events: readonly RoutedEvent[]): string[] => [...new Set(events.map(({ source }) => source))];
const typesOf = (events: readonly RoutedEvent[]): string[] => [...new Set(events.map(({ type }) => type))];

/** These events in the catalogue's order, in whichever order functions name them: a rule changes when what it routes does. */
function inCatalogueOrder(events: readonly RoutedEvent[]): readonly RoutedEvent[] {
  const isAmong = ({ source, type }: RoutedEvent) => events.some((one) => one.source === source && one.type === type);
  return catalogue.map(({ event }) => event).filter(isAmong);
}

/** What a rule for these events of one source matches. */
export function patternOf(events: readonly RoutedEvent[]) {
  return { source: sourcesOf(events), detailType: typesOf(events) };
}

/**
 * The complement of what is routed: a source of which nothing is, or a type that is not of its source's.
 * Our own events are for everybody who subscribes: having no rule here does not make one unknown.
 */
export function unroutedPattern(routed: readonly RoutedEvent[]) {
  const inbound = inCatalogueOrder(routed).filter(({ source }) => source !== ownSource);
  const sources = sourcesOf(inbound).toSorted();
  const typesFrom = (source: string) => typesOf(inbound.filter((event) => event.source === source));
  return {
    $or: [
      { source: [{ 'anything-but': [...sources, ownSource] }] },
      ...sources.map((source) => ({ source: [source], 'detail-type': [{ 'anything-but': typesFrom(source) }] })),
    ],
  };
}
