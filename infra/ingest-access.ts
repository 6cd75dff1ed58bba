import type { TableAccess } from './constructs/table-access-shape.ts';

type Statements = NonNullable<TableAccess['table']>;

const read = ['GetItem', 'BatchGetItem'] as const;

/** Raising and ending alerts, with the totals, days and events that go with them. */
const alertWrites: Statements = [
  { actions: ['PutItem', 'ConditionCheckItem'], partitions: ['ALERT#*'] },
  { actions: ['UpdateItem'], partitions: ['STATS#*'] },
  { actions: ['PutItem'], partitions: ['ACTIVITY#*'] },
];
/** What an alert is decided on comes with one BatchGetItem, which one statement has to allow as a whole. */
const alertReads = (...more: readonly string[]): Statements => [
  { actions: read, partitions: ['ALERT#*', 'SHOP#*', ...more] },
];

/** What becomes of a seller's request, beside the alert itself. */
const settlement: Statements = [
  { actions: [...read, 'PutItem'], partitions: ['WAIVER#*'] },
  { actions: ['UpdateItem'], partitions: ['STATS#*'] },
  { actions: ['PutItem'], partitions: ['ACTIVITY#*'] },
];
const refusals: TableAccess = {
  table: [{ actions: [...read, 'PutItem'], partitions: ['ALERT#*'] }, ...settlement],
};

/** Counting what a buyer caused, and reading it of the accounts that are linked to them. */
const buyerHistory: Statements = [
  { actions: [...read, 'UpdateItem'], partitions: ['SHOPBUYER#*'] },
  { actions: read, partitions: ['BUYER#*'] },
  { actions: ['Query'], partitions: ['GROUP#*'] },
];

/** What consumers of orders, refunds and risk events may do with the table. */
export const ingestAccess = {
  'order-consumer': {
    table: [
      { actions: [...read, 'PutItem', 'ConditionCheckItem'], partitions: ['ORDER#*', 'ALERT#*'] },
      ...settlement,
      ...buyerHistory,
      // An order that the gate let through though a block was live.
      ...alertReads('SHOPBUYER#*', 'ORDER#*'),
      { actions: read, partitions: ['SHOP#*', 'GATE#*', 'ENDED#*'] },
      // Markers with what was taken from them; and when the shop's access was active before.
      { actions: ['Query'], partitions: ['GATE#*', 'ACTIVITY#*'] },
    ],
  },
  'order-flag-consumer': {
    table: [
      ...alertWrites,
      ...alertReads('SHOPBUYER#*', 'ORDER#*'),
      ...buyerHistory,
      { actions: ['ConditionCheckItem'], partitions: ['ORDER#*'] },
    ],
  },
  'refund-flag-consumer': {
    table: [
      ...alertWrites,
      ...alertReads('SHOPBUYER#*', 'REFUND#*'),
      ...buyerHistory,
      { actions: ['ConditionCheckItem'], partitions: ['REFUND#*'] },
    ],
  },
  'flag-withdrawal-consumer': { table: [...alertWrites, ...alertReads()] },
  'fraud-outcome-consumer': {
    table: [...alertWrites, ...alertReads(), { actions: ['UpdateItem'], partitions: ['SHOPBUYER#*'] }],
  },
  'refund-consumer': {
    table: [{ actions: [...read, 'PutItem'], partitions: ['REFUND#*', 'ALERT#*'] }, ...settlement, ...buyerHistory],
  },
  'cancellation-refusal-consumer': refusals,
  'rejection-refusal-consumer': refusals,
} satisfies Record<string, TableAccess>;
