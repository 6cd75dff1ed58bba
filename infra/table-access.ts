import type { TableAccess } from './constructs/table-access-shape.ts';
import type { FunctionName } from './function-names.ts';
import { ingestAccess } from './ingest-access.ts';

const read = ['GetItem', 'BatchGetItem'] as const;
const write = ['PutItem', 'UpdateItem', 'ConditionCheckItem'] as const;

/** All that a block is made of. */
const blockPartitions = [
  'SHOP#*',
  'SHOPBUYER#*',
  'BUYER#*',
  'GROUP#*',
  'GATE#*',
  'IDEM#*',
  'ACTIVITY#*',
  'ENDED#*',
] as const;

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
    table: [
      {
        actions: [...read, 'Query'],
        partitions: ['SHOP#*', 'SHOPBUYER#*', 'ORDER#*', 'BUYER#*', 'GROUP#*', 'RATE#*'],
      },
      { actions: ['UpdateItem'], partitions: ['RATE#*'] },
    ],
    indexes: [{ index: 'listing', partitions: ['USERNAME#*'] }],
  },
  'blocks-api': {
    table: [
      // All that one BatchGetItem reads must stand in one statement: the alert that a block is made from is read beside the rest.
      { actions: read, partitions: [...blockPartitions, 'ALERT#*'] },
      { actions: [...write, 'DeleteItem'], partitions: blockPartitions },
      { actions: ['Query'], partitions: ['BUYER#*', 'GROUP#*'] },
      // A block of nobody is counted as a lookup.
      { actions: ['UpdateItem'], partitions: ['RATE#*'] },
    ],
    indexes: [{ index: 'listing', partitions: ['BLOCKS#*'] }],
  },
  'dashboard-api': {
    table: [
      { actions: read, partitions: ['SHOP#*', 'STATS#*'] },
      { actions: ['Query'], partitions: ['STATS#*'] },
    ],
    indexes: [{ index: 'listing', partitions: ['ALERTS#*'] }],
  },
  'activity-api': {
    table: [
      { actions: read, partitions: ['SHOP#*'] },
      { actions: ['Query'], partitions: ['ACTIVITY#*'] },
      // Why customer support lifted a block.
      { actions: read, partitions: ['LIFTED#*'] },
    ],
  },
  'alerts-api': {
    table: [
      {
        actions: read,
        partitions: ['SHOP#*', 'ALERT#*', 'WAIVER#*', 'ORDER#*', 'REFUND#*', 'BUYER#*', 'SHOPBUYER#*', 'IDEM#*'],
      },
      { actions: ['PutItem'], partitions: ['ALERT#*', 'WAIVER#*', 'ACTIVITY#*', 'IDEM#*'] },
      { actions: ['UpdateItem'], partitions: ['STATS#*'] },
      { actions: ['ConditionCheckItem'], partitions: ['SHOP#*', 'ORDER#*', 'REFUND#*'] },
    ],
    indexes: [{ index: 'listing', partitions: ['ALERTS#*'] }],
  },
  'live-ticket-api': {
    table: [
      { actions: read, partitions: ['SHOP#*', 'FEED#*'] },
      { actions: ['PutItem'], partitions: ['TICKET#*'] },
    ],
  },
  'live-socket': {
    table: [
      { actions: read, partitions: ['SHOP#*', 'FEED#*', 'TICKET#*', 'CONNECTION#*'] },
      { actions: ['ConditionCheckItem'], partitions: ['SHOP#*'] },
      { actions: ['Query'], partitions: ['FEED#*', 'LIVE#*'] },
      { actions: ['PutItem'], partitions: ['CONNECTION#*', 'LIVE#*'] },
      { actions: ['DeleteItem'], partitions: ['TICKET#*', 'CONNECTION#*', 'LIVE#*'] },
    ],
  },
  'waivers-api': {
    table: [{ actions: read, partitions: ['SHOP#*'] }],
    indexes: [{ index: 'listing', partitions: ['WAIVERS#*'] }],
  },
  'performance-api': { table: [{ actions: read, partitions: ['WAIVER#*'] }] },
  'support-api': {
    table: [
      { actions: read, partitions: ['SHOP#*', 'BUYER#*', 'GROUP#*', 'GATE#*'] },
      { actions: ['Query', 'ConditionCheckItem'], partitions: ['BUYER#*', 'GROUP#*'] },
      { actions: ['UpdateItem'], partitions: ['SHOP#*'] },
      { actions: ['DeleteItem'], partitions: ['SHOP#*', 'BUYER#*', 'LIFTED#*'] },
      { actions: ['PutItem'], partitions: ['ACTIVITY#*', 'ENDED#*', 'LIFTED#*'] },
    ],
  },
  'admin-api': {
    table: [
      { actions: [...read, ...write], partitions: ['SHOP#*', 'ACTIVITY#*'] },
      { actions: ['PutItem', 'DeleteItem'], partitions: ['MEMBER#*'] },
      { actions: ['Query'], partitions: ['BLOCKDAY#*'] },
    ],
    indexes: [{ index: 'listing', partitions: ['SHOPS'] }],
  },
  'pre-token': { table: [{ actions: ['Query'], partitions: ['MEMBER#*'] }] },
  gate: { table: [{ actions: read, partitions: ['GATE#*', 'SHOP#*'] }] },
  'buyer-profile-consumer': {
    table: [
      { actions: ['Query', 'PutItem'], partitions: ['BUYER#*'] },
      // Takes an erased buyer's username, avatar and note off the blocks that hold them.
      { actions: ['UpdateItem'], partitions: ['SHOP#*'] },
      { actions: ['Query', 'DeleteItem'], partitions: ['LIFTED#*'] },
    ],
  },
  ...ingestAccess,
  'link-consumer': coverage,
  'coverage-consumer': coverage,
  'retaliation-consumer': {
    table: [
      { actions: read, partitions: ['SHOPBUYER#*'] },
      { actions: ['PutItem'], partitions: ['COUNTEDBLOCK#*'] },
      { actions: ['UpdateItem'], partitions: ['BLOCKDAY#*'] },
    ],
  },
  'expired-block-cleaner': coverage,
  'stopped-order-consumer': {
    table: [
      {
        actions: [...read, 'PutItem', 'ConditionCheckItem'],
        partitions: ['SHOP#*', 'ENDED#*', 'STOPPED#*', 'ACTIVITY#*'],
      },
      { actions: ['UpdateItem'], partitions: ['STATS#*'] },
    ],
  },
  'deadline-scheduler': undefined,
  'alert-deadline': {
    table: [
      { actions: [...read, 'PutItem'], partitions: ['ALERT#*'] },
      // That of a request which nobody answered before its order was shipped.
      { actions: [...read, 'PutItem'], partitions: ['WAIVER#*'] },
      { actions: ['UpdateItem'], partitions: ['STATS#*'] },
      { actions: ['PutItem'], partitions: ['ACTIVITY#*'] },
    ],
  },
  'notice-consumer': {
    table: [
      { actions: read, partitions: ['ALERT#*', 'SHOP#*', 'DIGEST#*'] },
      { actions: ['PutItem'], partitions: ['NOTICE#*'] },
      { actions: ['UpdateItem'], partitions: ['DIGEST#*'] },
    ],
  },
  'digest-sender': {
    table: [
      { actions: read, partitions: ['ALERT#*', 'SHOP#*', 'DIGEST#*'] },
      { actions: ['UpdateItem'], partitions: ['DIGEST#*'] },
      { actions: ['PutItem'], partitions: ['ACTIVITY#*'] },
    ],
  },
  'live-publisher': {
    table: [
      { actions: read, partitions: ['SHOP#*', 'FEED#*', 'FEEDSEEN#*'] },
      { actions: ['ConditionCheckItem'], partitions: ['SHOP#*'] },
      { actions: ['UpdateItem'], partitions: ['FEED#*'] },
      { actions: ['PutItem'], partitions: ['FEED#*', 'FEEDSEEN#*'] },
      { actions: ['Query'], partitions: ['LIVE#*'] },
      { actions: ['DeleteItem'], partitions: ['CONNECTION#*', 'LIVE#*'] },
    ],
  },
  'access-notice-consumer': {
    table: [
      { actions: read, partitions: ['SHOP#*', 'NOTICE#*'] },
      { actions: ['PutItem', 'UpdateItem'], partitions: ['NOTICE#*'] },
      { actions: ['PutItem'], partitions: ['ACTIVITY#*'] },
    ],
  },
  'outbox-publisher': { table: [{ actions: ['UpdateItem'], partitions: ['ACTIVITY#*'] }] },
  'outbox-sweeper': {
    table: [{ actions: ['UpdateItem'], partitions: ['ACTIVITY#*'] }],
    indexes: [{ index: 'unpublished', partitions: ['OUTBOX#*'] }],
  },
};
