import type { OperationCost } from '../sections/operations.ts';
import type { Results } from './results.ts';

/** Every operation beside the least that DynamoDB's model allows for it, as a page of Markdown. */
export function toOperationsPage({ operations, ranAt }: Pick<Results, 'operations' | 'ranAt'>): string {
  const rows = Object.entries(operations);
  return [
    '# What every operation costs',
    '',
    `Written by \`npm run bench\` on ${ranAt.slice(0, 10)}, from the calls that a started product records (the gate's from its bundle, for which see`,
    '`sections/operations.ts`). In brackets, where it differs, the least that DynamoDB charges for the items that the',
    "operation's promise names: a strongly consistent read 1 unit, a page of an index half of one, an item of a transaction 2, an item",
    'written alone 1, an entry that is made or taken away in an index 1. Round trips are calls that wait for each other, to any service.',
    'A request with an `Idempotency-Key` has a record among its items. What is more than the least says why; no more than that passes the check.',
    '',
    '| operation | function | round trips | read units | write units | why not the least |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ([name, cost]) =>
        `| ${[name, cost.function, ...figuresOf(cost), cost.least.beyond?.because ?? ''].join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

function figuresOf({ roundTrips, readUnits, writeUnits, least }: OperationCost): readonly string[] {
  const beside = (found: number, lowest: number) => (found === lowest ? `${found}` : `${found} (${lowest})`);
  return [
    beside(roundTrips, least.roundTrips),
    beside(readUnits, least.readUnits),
    beside(writeUnits, least.writeUnits),
  ];
}
