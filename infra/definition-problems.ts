import { catalogue } from '../shared/contracts/events/catalogue.ts';
import { ofKind } from './function-definition.ts';
import type { DeployedFunction } from './function-definition.ts';
import type { Grants } from './grants/grants.ts';

/** What is wrong with definitions that are right each by itself. */
export function definitionProblems(functions: readonly DeployedFunction[]): readonly string[] {
  const consumers = ofKind(functions, 'queue');
  const queues = consumers.map(({ queue }) => queue);
  return [
    ...consumers
      .filter(({ queue }, index) => queues.indexOf(queue) !== index)
      .map(({ name, queue }) => `${name}: another function works on ${queue}`),
    // The two lists of a pattern are matched apart: each type would be taken from each source.
    ...consumers
      .filter(({ events = [] }) => new Set(events.map(({ source }) => source)).size > 1)
      .map(({ name }) => `${name}: its events come of several sources, and a rule knows one`),
    ...consumers.flatMap(({ name, events = [] }) =>
      events
        .filter((event) => !catalogue.some((entry) => entry.event === event))
        .map(({ type }) => `${name}: ${type} is not in the catalogue of events`),
    ),
    ...functions.flatMap(({ name, grants }) =>
      queuesIn(grants)
        .filter((queue) => !queues.includes(queue))
        .map((queue) => `${name}: no function works on ${queue}`),
    ),
  ];
}

function queuesIn({ sendsTo, schedulesInto }: Grants = {}): readonly string[] {
  return [sendsTo, schedulesInto].filter((queue) => queue !== undefined);
}
