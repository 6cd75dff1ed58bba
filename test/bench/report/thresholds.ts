import type { Decisions } from '../sections/decisions.ts';
import type { GrowthFigures } from '../sections/growth.ts';
import type { Lookups } from '../sections/lookups.ts';
import type { OperationCost } from '../sections/operations.ts';
import type { Results } from './results.ts';

export interface Threshold {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly kept: boolean;
}

/** What the gate must show; docs/benchmarks.md has it in words. */
export function judge(results: Results): readonly Threshold[] {
  const { decisions, coldStart, growth, outage } = results;
  const { hanging, late } = outage;
  const fifty = results.operations['gate: allow 50'];
  return [
    ...judgeDecisions(decisions),
    atMost('round trips of 50 checks without a marker', fifty?.roundTrips, 1),
    atMost('cold start, to the bare loader', coldStart.gateToFloor, 2.5),
    atMost('cold start beyond the bare loader, to what the stock gate takes beyond it', coldStart.addedToStock, 0.2),
    atMost('bundle, KB', coldStart.bundleBytes.gate / 1000, 60),
    ...Object.entries({ ...growth.gate, ...growth.lists }).flatMap(([name, figures]) => sameCost(name, figures)),
    ...Object.entries(results.operations).flatMap(([name, cost]) => accountedFor(name, cost)),
    atMost('store hanging: longest answer, ms', hanging.longestMilliseconds, hanging.withinMilliseconds),
    atMost('store hanging: answers not degraded', hanging.answers - hanging.degraded, 0),
    ...Object.entries(outage.troubles).flatMap(([name, trouble]) => [
      atMost(`${name}: longest answer, ms`, trouble.longestMilliseconds, trouble.withinMilliseconds),
      atMost(`${name}: answers not degraded`, trouble.answers - trouble.degraded, 0),
    ]),
    atMost('1 read in 100 late: p99.9, ms', late.p999Milliseconds, 20),
    atMost('1 read in 100 late: extra reads, %', late.extraReads * 100, 5),
    ...judgeLookups(results.lookups),
  ];
}

export function judgeDecisions(decisions: Decisions): readonly Threshold[] {
  const { denialToAllowance, atDistance } = decisions;
  const { again } = denialToAllowance;
  const one = decisions.scenarios['allow 1'];
  return [
    atMost('CPU of an allowance, to the floor', one?.gateToFloor?.cpuMicroseconds, 1.25),
    atMost('CPU of an allowance, to the stock gate', one?.gateToStock.cpuMicroseconds, 0.35),
    atMost('p50 of an allowance, to the floor', one?.gateToFloor?.p50Milliseconds, 1.15),
    atMost('p99 of an allowance, to the floor', one?.gateToFloor?.p99Milliseconds, 1.3),
    atMost(
      'CPU of a denial, buyer seen before, new checkout, to two calls of the floor',
      decisions.denialToTwoCalls,
      1.2,
    ),
    atMost('CPU of a denial, same checkout again, to an allowance', again.cpuMicroseconds, 2.2),
    atMost(
      'p50 of a denial, first of this buyer here, to an allowance, in a region',
      atDistance.toAllowance.first,
      2.2,
    ),
    atMost('CPU of an allowance by exemption, to an allowance', decisions.exemptToAllowance?.cpuMicroseconds, 1.15),
    atMost('CPU of 50 checks, to one', decisions.fiftyToOne, 4),
  ];
}

/** A read more or less is 20 % of the median, in which two sets of nobody differ by up to 2 %; their tails differ by up to 24 % on a machine with other work. */
export const lookupTimeLimits = { p50: 1.03, p99: 1.5 };

/** Whom a seller may not learn of takes as long to look up as who never was: neither longer nor shorter. */
export function judgeLookups(lookups: Lookups = {}): readonly Threshold[] {
  return [
    'by username: a buyer of another shop',
    'by username: an erased buyer',
    'by order: a buyer of another shop',
    'by block: a buyer of another shop',
    'by change: a buyer of another shop',
  ]
    .map((name) => [name, lookups[name]?.toNobody] as const)
    .flatMap(([name, toNobody]) => [
      atMost(`lookup ${name}: p50, to nobody`, apart(toNobody?.p50Milliseconds), lookupTimeLimits.p50),
      atMost(`lookup ${name}: p99, to nobody`, apart(toNobody?.p99Milliseconds), lookupTimeLimits.p99),
    ]);
}

/** How many times as long, whichever of the two takes longer. */
function apart(times = Number.NaN): number {
  return Math.max(times, 1 / times);
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

/** At the least that the model allows, or as much more as a sentence accounts for. */
function accountedFor(name: string, { roundTrips, readUnits, writeUnits, least }: OperationCost): readonly Threshold[] {
  const { beyond } = least;
  return [
    atMost(`${name}: round trips`, roundTrips, least.roundTrips + (beyond?.roundTrips ?? 0)),
    atMost(`${name}: read units`, readUnits, least.readUnits + (beyond?.readUnits ?? 0)),
    atMost(`${name}: write units`, writeUnits, least.writeUnits + (beyond?.writeUnits ?? 0)),
  ];
}
