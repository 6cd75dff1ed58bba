import type { Partition } from '../../shared/kernel/words/partition-key.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { read } from './actions.ts';
import type { TableGrant } from './grants.ts';

/** Raising and ending alerts, with the totals, days and events that go with them. */
export const writeAlerts: readonly TableGrant[] = [
  { actions: ['PutItem', 'ConditionCheckItem'], partitions: [partition.alert] },
  { actions: ['UpdateItem'], partitions: [partition.stats] },
  { actions: ['PutItem'], partitions: [partition.activity] },
];

/** What an alert is decided on comes with one BatchGetItem, which one statement has to allow as a whole. */
export const readAlerts = (...more: readonly Partition[]): TableGrant => ({
  actions: read,
  partitions: [partition.alert, partition.shop, ...more],
});

/** What becomes of a seller's request, beside the alert itself. */
export const answerRequests: readonly TableGrant[] = [
  { actions: [...read, 'PutItem'], partitions: [partition.waiver] },
  { actions: ['UpdateItem'], partitions: [partition.stats] },
  { actions: ['PutItem'], partitions: [partition.activity] },
];

/** Giving an alert back whose request was refused. */
export const refuseRequests: readonly TableGrant[] = [
  { actions: [...read, 'PutItem'], partitions: [partition.alert] },
  ...answerRequests,
];
