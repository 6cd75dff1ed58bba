import type { Cost } from '../world/cost.ts';
import { millisecondsAway } from '../sections/denials-at-distance.ts';
import type { Decisions } from '../sections/decisions.ts';
import { subjectNames } from '../sections/section.ts';
import type { Lookups } from '../sections/lookups.ts';
import type { Results } from './results.ts';
import type { Threshold } from './thresholds.ts';

type Row = readonly string[];

const number = (value: number | undefined, digits = 2): string => (value === undefined ? '' : value.toFixed(digits));
const times = (value: number | undefined): string => (value === undefined ? '' : `${value.toFixed(2)}×`);

/** Everything that was measured, as text for a terminal. */
export function toText(results: Results, thresholds: readonly Threshold[]): string {
  const { coldStart, allocatedBytes } = results;
  return [
    ...decisionSections(results.decisions),
    section('One process: floor | gate | stock', [
      ['', 'floor', 'gate', 'stock', 'gate/floor', 'added/stock added'],
      [
        'first read after boot, ms',
        ...subjectNames.map((name) => number(coldStart.milliseconds[name], 1)),
        times(coldStart.gateToFloor),
        times(coldStart.addedToStock),
      ],
      ['bundle, KB', ...subjectNames.map((name) => number(coldStart.bundleBytes[name] / 1000, 1))],
      ['allocated per allowance, KB', ...subjectNames.map((name) => number(allocatedBytes[name] / 1000, 1))],
    ]),
    section('The gate as things grow', growthRows(results)),
    section('Every operation, beside the least', operationRows(results)),
    section('A store in trouble', outageRows(results)),
    section('From an event on the bus to its alert at the WebSocket', pathRows(results)),
    section('The gate over HTTP on one machine, from the instant a request was due', httpRows(results)),
    lookupsToText(results.lookups, thresholds),
  ].join('\n\n');
}

/** Decisions and denials, and the thresholds. */
export function decisionsToText(decisions: Decisions, thresholds: readonly Threshold[]): string {
  return [...decisionSections(decisions), thresholdSection(thresholds)].join('\n\n');
}

function decisionSections(decisions: Decisions): readonly string[] {
  return [
    section('One decision: floor | gate | stock', decisionRows(decisions)),
    section('One denial of the gate, to one allowance', denialRows(decisions)),
  ];
}

/** Lookups that find nobody, and the thresholds. */
export function lookupsToText(lookups: Lookups = {}, thresholds: readonly Threshold[]): string {
  return [
    section('A lookup that finds nobody, to one of nobody at all', [
      ['', 'p50 ms', 'p99 ms', 'p50', 'p99'],
      ...Object.entries(lookups).map(([name, { p50Milliseconds, p99Milliseconds, toNobody }]) => [
        name,
        number(p50Milliseconds),
        number(p99Milliseconds),
        times(toNobody.p50Milliseconds),
        times(toNobody.p99Milliseconds),
      ]),
    ]),
    thresholdSection(thresholds),
  ].join('\n\n');
}

function thresholdSection(thresholds: readonly Threshold[]): string {
  return section('Thresholds', [
    ['', 'measured', 'limit'],
    // Of the many that only count requests and units, those that are passed.
    ...thresholds
      .filter(({ name, kept }) => !kept || !/: (requests|units|round trips|read units|write units)/.test(name))
      .map(({ name, measured, limit, kept }) => [`${kept ? '✓' : '✗'} ${name}`, number(measured), number(limit)]),
  ]);
}

function decisionRows({ scenarios }: Decisions): readonly Row[] {
  return [
    ['', 'CPU µs', 'p50 ms', 'p99 ms', 'gate/floor CPU', 'p50', 'p99', 'gate/stock CPU', 'p50', 'p99', 'degraded'],
    ...Object.entries(scenarios).map(([name, { subjects, gateToFloor, gateToStock, degraded }]) => {
      const each = (figure: (one: NonNullable<typeof subjects.gate>) => string) =>
        subjectNames.flatMap((subject) => (subjects[subject] ? [figure(subjects[subject])] : ['-'])).join(' | ');
      return [
        name,
        each(({ cpuMicroseconds }) => number(cpuMicroseconds, 0)),
        each(({ p50Milliseconds }) => number(p50Milliseconds)),
        each(({ p99Milliseconds }) => number(p99Milliseconds)),
        ...[gateToFloor, gateToStock].flatMap((ratios) => [
          times(ratios?.cpuMicroseconds),
          times(ratios?.p50Milliseconds),
          times(ratios?.p99Milliseconds),
        ]),
        `${degraded}`,
      ];
    }),
  ];
}

const units = ({ requests, readUnits }: Cost): string => `${requests} requests, ${readUnits} units`;
/** What was found, and the least. */
const beside = (found: number, least: number): string => `${found} (${least})`;

function denialRows({ denialToAllowance, atDistance }: Decisions): readonly Row[] {
  const row = (name: string, denial: keyof typeof denialToAllowance, because: string) => [
    name,
    times(denialToAllowance[denial].cpuMicroseconds),
    times(denialToAllowance[denial].p50Milliseconds),
    times(atDistance.toAllowance[denial]),
    because,
  ];
  return [
    ['', 'CPU', 'p50 on loopback', `p50, ${millisecondsAway} ms away`, ''],
    row('buyer seen before, new checkout', 'seenBefore', 'one read, then one message'),
    row('same checkout again', 'again', 'one read'),
    row(
      'first of this buyer here',
      'first',
      'three calls, two of them at once: what confirms a marker, and the message',
    ),
  ];
}

function growthRows({ growth }: Results): readonly Row[] {
  return [
    ['', 'few', 'cost', 'many', 'cost', 'p50 many/few'],
    ...Object.entries({ ...growth.gate, ...growth.lists }).map(([name, { few, many, p50Ratio }]) => [
      name,
      few.label,
      units(few.cost),
      many.label,
      units(many.cost),
      times(p50Ratio),
    ]),
    ...Object.entries(growth.guarding).map(([name, { requests, readUnits, writeUnits, seconds }]) => [
      `guarding a ${name}`,
      '',
      `${requests} requests`,
      `${readUnits} read`,
      `${writeUnits} write`,
      `${number(seconds, 1)} s`,
    ]),
  ];
}

function operationRows({ operations }: Results): readonly Row[] {
  return [
    ['', 'function', 'round trips', 'read', 'write'],
    ...Object.entries(operations).map(([name, { function: by, roundTrips, readUnits, writeUnits, least }]) => [
      least.beyond ? `${name} *` : name,
      by,
      beside(roundTrips, least.roundTrips),
      beside(readUnits, least.readUnits),
      beside(writeUnits, least.writeUnits),
    ]),
    ['* for a reason: see operations.md', '', '', '', ''],
  ];
}

function outageRows({ outage: { hanging, troubles, late } }: Results): readonly Row[] {
  return [
    ['', 'answers', 'degraded', 'p50 ms', 'p99.9 ms', 'longest ms', 'extra reads'],
    ...Object.entries({ hanging, ...troubles }).map(([name, { answers, degraded, longestMilliseconds }]) => [
      name,
      `${answers}`,
      `${degraded}`,
      '',
      '',
      number(longestMilliseconds, 1),
      '',
    ]),
    [
      `1 read in 100 late (${late.lateReads})`,
      `${late.answers}`,
      '',
      number(late.p50Milliseconds),
      number(late.p999Milliseconds),
      number(late.longestMilliseconds, 1),
      `${number(late.extraReads * 100)} %`,
    ],
  ];
}

function pathRows({
  wholePath: { events, p50Milliseconds, p99Milliseconds, longestMilliseconds },
}: Results): readonly Row[] {
  return [
    ['events', 'p50 ms', 'p99 ms', 'longest ms'],
    [`${events}`, number(p50Milliseconds, 0), number(p99Milliseconds, 0), number(longestMilliseconds, 0)],
  ];
}

function httpRows({ overHttp: { steps, highestPerSecond } }: Results): readonly Row[] {
  return [
    ['requests a second', 'answered', 'p50 ms', 'p99 ms', 'failed'],
    ...steps.map(({ perSecond, answeredPerSecond, p50Milliseconds, p99Milliseconds, failed }) => [
      `${perSecond}`,
      number(answeredPerSecond, 0),
      number(p50Milliseconds, 1),
      number(p99Milliseconds, 1),
      `${failed}`,
    ]),
    [`within the deadline up to ${highestPerSecond} a second`, '', '', '', ''],
  ];
}

function section(title: string, rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || rows[0]?.[column] === 'function'
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines].join('\n');
}
