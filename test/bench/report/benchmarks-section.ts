import { lookupTimeLimits } from './thresholds.ts';
import type { Threshold } from './thresholds.ts';
import { millisecondsAway } from '../sections/denials-at-distance.ts';
import type { LookupFigures } from '../sections/lookups.ts';
import type { Results } from './results.ts';

/** What docs/benchmarks.md quotes of the last run; all from `bench.json`, so that a test can compare the two. */
export type SavedResults = Results & { readonly thresholds: readonly Threshold[] };

const [begin, end] = ['<!-- bench: written by npm run bench -->', '<!-- /bench -->'];

/** The page with its table of the last run put between the two marks; `undefined` when they are not there. */
export function withSection(page: string, results: SavedResults): string | undefined {
  const [from, until] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || until < from) return undefined;
  return `${page.slice(0, from)}${begin}\n\n${toSection(results)}\n\n${page.slice(until)}`;
}

const times = (value = Number.NaN): string => `${value.toFixed(2)} ×`;

/** One row: what was measured, beside its limits; a limit that was passed stands out. */
function toSection(results: SavedResults): string {
  const { decisions, coldStart, outage, growth, operations, overHttp, wholePath, lookups, thresholds } = results;
  const { again, first } = decisions.denialToAllowance;
  const allowance = decisions.scenarios['allow 1'];
  const [few, many] = [growth.gate['allow, by markers']?.few, growth.gate['allow, by markers']?.many];
  const beyond = Object.values(operations).filter(({ least }) => least.beyond).length;
  const missed = thresholds
    .filter(({ kept }) => !kept)
    .map(({ name, measured, limit }) => `${name} (${measured}, limit ${limit})`);
  const rows = [
    [
      'CPU of letting a buyer through',
      `${times(allowance?.gateToFloor?.cpuMicroseconds)} the floor, ${times(allowance?.gateToStock.cpuMicroseconds)} the usual parts`,
      '1.25 ×, 0.35 ×',
    ],
    [
      'its p50, p99',
      `${times(allowance?.gateToFloor?.p50Milliseconds)}, ${times(allowance?.gateToFloor?.p99Milliseconds)} the floor's`,
      '1.15 ×, 1.3 ×',
    ],
    ['CPU of 50 checks', `${times(decisions.fiftyToOne)} that of one`, '4 ×'],
    [
      'CPU of denying a buyer again: another checkout, the same one',
      `${times(decisions.denialToTwoCalls)} two calls of the floor, ${times(again.cpuMicroseconds)} an allowance`,
      '1.2 ×, 2.2 ×',
    ],
    [
      `a process's first denial of a buyer (three calls, two at once): p50 with table and queue ${millisecondsAway} ms away; CPU`,
      `${times(decisions.atDistance.toAllowance.first)}; ${times(first.cpuMicroseconds)} an allowance`,
      '2.2 ×; **none**',
    ],
    [
      'from a booted process to the first read',
      `${times(coldStart.gateToFloor)} a bare loader, and beyond it ${times(coldStart.addedToStock)} what the usual parts take beyond it`,
      '2.5 ×, 0.2 ×',
    ],
    ['bundle', `${(coldStart.bundleBytes.gate / 1000).toFixed(1)} KB`, '60 KB'],
    [
      `an allowance at ${few?.label}, at ${many?.label}`,
      `${few?.cost.requests} read of ${few?.cost.readUnits} unit, ${many?.cost.requests} of ${many?.cost.readUnits}`,
      'the same',
    ],
    ...Object.entries(growth.lists)
      .filter(([name]) => ['first page of alerts', 'dashboard of a week'].includes(name))
      .map(([name, lists]) => [
        `${name} at ${lists.few.label}, at ${lists.many.label}`,
        `${lists.few.cost.requests} reads of ${lists.few.cost.readUnits} units, ${lists.many.cost.requests} of ${lists.many.cost.readUnits}; p50 ${times(lists.p50Ratio)}`,
        'the same',
      ]),
    [
      `store hanging: longest of ${outage.hanging.answers} answers, degraded`,
      `${outage.hanging.longestMilliseconds.toFixed(0)} ms, ${outage.hanging.degraded}`,
      `${outage.hanging.withinMilliseconds} ms, all`,
    ],
    [
      '1 read in 100 late by 50 ms: p99.9, extra reads',
      `${outage.late.p999Milliseconds.toFixed(1)} ms, ${(outage.late.extraReads * 100).toFixed(2)} %`,
      '20 ms, 5 %',
    ],
    ...(lookups
      ? [
          [
            "looking up another shop's buyer, by username, by order: p50, p99",
            ['by username', 'by order']
              .map((by) => besideNobody(lookups[`${by}: a buyer of another shop`]))
              .join('; ') + ' those of nobody at all',
            `${lookupTimeLimits.p50} ×, ${lookupTimeLimits.p99} ×, shorter or longer`,
          ],
        ]
      : []),
    [
      'an event on the bus until its alert is at the WebSocket, on one machine: p50, p99',
      `${wholePath.p50Milliseconds.toFixed(0)} ms, ${wholePath.p99Milliseconds.toFixed(0)} ms`,
      '',
    ],
    [
      'the gate over HTTP on one machine: most requests a second with p99 within the deadline',
      `${overHttp.highestPerSecond}`,
      '',
    ],
    [
      `[each of ${Object.keys(operations).length} operations](../test/bench/results/operations.md): round trips and units`,
      `${Object.keys(operations).length - beyond} at the least that DynamoDB allows, ${beyond} with a reason`,
      'the least, or a reason',
    ],
  ];
  return [
    `Medians of ${results.rounds} rounds, on ${results.ranAt.slice(0, 10)}, Node.js ${results.machine.node}, ${results.machine.cores} cores.`,
    missed.length === 0 ? 'No limit was passed.' : `Passed limits: ${missed.join('; ')}.`,
    '',
    '| | measured | limit |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function besideNobody(figures: LookupFigures | undefined): string {
  return `${times(figures?.toNobody.p50Milliseconds)}, ${times(figures?.toNobody.p99Milliseconds)}`;
}
