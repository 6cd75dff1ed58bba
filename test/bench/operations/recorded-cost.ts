import type { RecordedCall } from '../../../local/core/aws-endpoint/recorder.ts';
import type { Cost } from '../world/cost.ts';

/** The clock of the records has milliseconds: calls that follow each other can seem to overlap by as much. */
const blurMilliseconds = 2;

const isRead = /^(Get|BatchGet|TransactGet|Query|Scan)/;

/** What one function's calls cost, from `GET /_local/calls`. */
export function costOfCalls(calls: readonly RecordedCall[]): Cost {
  const toTable = calls.filter(({ service }) => service === 'dynamodb');
  const units = (read: boolean) =>
    toTable
      .filter(({ operation }) => isRead.test(operation) === read)
      .reduce((sum, { consumedCapacity = 0 }) => sum + consumedCapacity, 0);
  return {
    requests: toTable.length,
    roundTrips: countTrips(calls),
    readUnits: units(true),
    writeUnits: units(false),
  };
}

/** Calls that are under way together are one round trip; calls of other services are counted too. */
function countTrips(calls: readonly RecordedCall[]): number {
  const spans = calls.map(({ at, durationMilliseconds }) => {
    const endedAt = Date.parse(at);
    return { startedAt: endedAt - durationMilliseconds, endedAt };
  });
  let trips = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startedAt, endedAt } of spans.toSorted((a, b) => a.startedAt - b.startedAt)) {
    if (startedAt >= until - blurMilliseconds) {
      trips++;
      until = endedAt;
    } else until = Math.max(until, endedAt);
  }
  return trips;
}
