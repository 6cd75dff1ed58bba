import type { FunctionName } from './function-names.ts';

/** Leaves out Scan, and PartiQL, on purpose: they reach items without naming their partition. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

export interface TableAccess {
  /** Actions on the partitions whose key matches one of these patterns. A transaction needs the action of each of its items. */
  readonly table?: readonly { readonly actions: readonly TableAction[]; readonly partitions: readonly string[] }[];
  /** Queries of an index, on the partitions of that index. */
  readonly indexes?: readonly { readonly index: 'listing' | 'unpublished'; readonly partitions: readonly string[] }[];
}

const read = ['GetItem', 'BatchGetItem'] as const;
const write = ['PutItem', 'UpdateItem', 'ConditionCheckItem'] as const;

/** Keeping markers in step with link groups: the same work, begun by a block, by a link event or by an expiry. */
const coverage: TableAccess = {
  table: [
    { actions: [...read, 'Query', ...write, 'DeleteItem'], partitions: ['BUYER#*', 'GROUP#*', 'GATE#*', 'SHOP#*'] },
  ],
};

/** What each function may do with the table: no function may do more, on one machine as on AWS. */
export const tableAccess: Readonly<Record<FunctionName, TableAccess | undefined>> = {
  'public-api': undefined,
  'access-api': { table: [{ actions: read, partitions: ['SHOP#*'] }] },
  'buyers-api': {
    table: [{ actions: [...read, 'Query'], partitions: ['SHOP#*', 'SHOPBUYER#*', 'ORDER#*', 'BUYER#*', 'GROUP#*'] }],
    indexes: [{ index: 'listing', partitions: ['USERNAME#*'] }],
  },
  'blocks-api': {
    table: [
      {
        actions: [...read, ...write, 'DeleteItem'],
        partitions: ['SHOP#*', 'SHOPBUYER#*', 'BUYER#*', 'GROUP#*', 'GATE#*', 'IDEM#*', 'ACTIVITY#*', 'ENDED#*'],
      },
      { actions: ['Query'], partitions: ['BUYER#*', 'GROUP#*'] },
    ],
    indexes: [{ index: 'listing', partitions: ['BLOCKS#*'] }],
  },
  'admin-api': {
    table: [{ actions: [...read, ...write], partitions: ['SHOP#*', 'ACTIVITY#*'] }],
    indexes: [{ index: 'listing', partitions: ['SHOPS'] }],
  },
  gate: { table: [{ actions: read, partitions: ['GATE#*', 'SHOP#*'] }] },
  'buyer-profile-consumer': {
    table: [
      { actions: ['Query', 'PutItem'], partitions: ['BUYER#*'] },
      // Takes an erased buyer's username, avatar and note off the blocks that hold them.
      { actions: ['UpdateItem'], partitions: ['SHOP#*'] },
    ],
  },
  'order-consumer': { table: [{ actions: [...read, ...write], partitions: ['ORDER#*', 'SHOPBUYER#*'] }] },
  'link-consumer': coverage,
  'coverage-consumer': coverage,
  'expired-block-cleaner': coverage,
  'stopped-order-consumer': {
    table: [
      {
        actions: [...read, 'PutItem', 'ConditionCheckItem'],
        partitions: ['SHOP#*', 'ENDED#*', 'STOPPED#*', 'ACTIVITY#*'],
      },
    ],
  },
  'outbox-publisher': { table: [{ actions: ['UpdateItem'], partitions: ['ACTIVITY#*'] }] },
  'outbox-sweeper': {
    table: [{ actions: ['UpdateItem'], partitions: ['ACTIVITY#*'] }],
    indexes: [{ index: 'unpublished', partitions: ['OUTBOX#*'] }],
  },
};
