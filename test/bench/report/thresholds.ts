import type { GrowthFigures } from '../sections/growth.ts';
import type { OperationCost } from '../sections/operations.ts';
import type { Results } from './results.ts';

export interface Threshold {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly kept: boolean;
}

/** What the gate must show; see the product's README for the words. */
export function judge(results: Results): readonly Threshold[] {
  const { decisions, coldStart, growth, outage } = results;
  const { hanging, late } = outage;
  const one = decisions.scenarios['allow 1'];
  const fifty = results.operations['gate: allow 50'];
  return [
    atMost('CPU of an allowance, to the floor', one?.gateToFloor?.cpuMicroseconds, 1.25),
    atMost('CPU of an allowance, to the stock gate', one?.gateToStock.cpuMicroseconds, 0.35),
    atMost('p50 of an allowance, to the floor', one?.gateToFloor?.p50Milliseconds, 1.15),
    atMost('p99 of an allowance, to the floor', one?.gateToFloor?.p99Milliseconds, 1.3),
    atMost('CPU of a denial, to an allowance', decisions.denialToAllowance, 2.2),
    atMost('CPU of a denial that is on record, to an allowance', decisions.repeatedDenialToAllowance, 2.2),
    atMost('CPU of 50 checks, to one', decisions.fiftyToOne, 4),
    atMost('round trips of 50 checks without a marker', fifty?.roundTrips, 1),
    atMost('cold start, to the bare loader', coldStart.gateToFloor, 2.5),
    atMost('cold start, to the stock gate', coldStart.gateToStock, 0.3),
    atMost('bundle, KB', coldStart.bundleBytes.gate / 1000, 60),
    ...Object.entries(growth.gate).flatMap(([name, figures]) => sameCost(name, figures)),
    ...Object.entries(results.operations).flatMap(([name, cost]) => explained(name, cost)),
    atMost('store hanging: longest answer, ms', hanging.longestMilliseconds, hanging.withinMilliseconds),
    atMost('store hanging: answers not degraded', hanging.answers - hanging.degraded, 0),
    atMost('1 read in 100 late: p99.9, ms', late.p999Milliseconds, 20),
    atMost('1 read in 100 late: extra reads, %', late.extraReads * 100, 5),
  ];
}

function atMost(name: string, measured = Number.NaN, limit: number): Threshold {
  return { name, measured, limit, kept: measured <= limit };
}

function sameCost(name: string, { few, many }: GrowthFigures): readonly Threshold[] {
  return [
    atMost(`${name}: requests at ${many.label}`, many.cost.requests, few.cost.requests),
    atMost(`${name}: units at ${many.label}`, many.cost.readUnits, few.cost.readUnits),
  ];
}

/** More than the least needs its sentence. */
function explained(name: string, { roundTrips, readUnits, writeUnits, least }: OperationCost): readonly Threshold[] {
  if (least.because !== undefined) return [];
  return [
    atMost(`${name}: round trips, unexplained`, roundTrips, least.roundTrips),
    atMost(`${name}: units, unexplained`, readUnits + writeUnits, least.readUnits + least.writeUnits),
  ];
}
