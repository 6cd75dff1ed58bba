import { median } from '../report/statistics.ts';
import type { RecordedRequest } from './recording-proxy.ts';

/** What one operation costs the store. */
export interface Cost {
  /** Requests to the table; one that batches many items is one. */
  readonly requests: number;
  /** Requests that wait for each other: those that are under way together count once, messages to the queue among them. */
  readonly roundTrips: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const isMessage = ({ operation }: RecordedRequest): boolean => operation === 'SendMessage';

export function costOf(recorded: readonly RecordedRequest[]): Cost {
  const reads = recorded.filter((request) => !isMessage(request));
  const sum = (units: 'readUnits' | 'writeUnits') => reads.reduce((total, request) => total + request[units], 0);
  return {
    requests: reads.length,
    roundTrips: countTrips(recorded),
    readUnits: sum('readUnits'),
    writeUnits: sum('writeUnits'),
  };
}

/** Of several times the same: a second read that a busy machine provoked falls out. */
export function typicalCost(costs: readonly Cost[]): Cost {
  const typical = (part: keyof Cost) => median(costs.map((cost) => cost[part]));
  return {
    requests: typical('requests'),
    roundTrips: typical('roundTrips'),
    readUnits: typical('readUnits'),
    writeUnits: typical('writeUnits'),
  };
}

function countTrips(recorded: readonly RecordedRequest[]): number {
  let trips = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startedAt, endedAt } of recorded.toSorted((a, b) => a.startedAt - b.startedAt)) {
    if (startedAt >= until) trips++;
    until = Math.max(until, endedAt);
  }
  return trips;
}
