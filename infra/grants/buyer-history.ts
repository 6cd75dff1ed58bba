import * as partition from '../../shared/kernel/words/partitions.ts';
import { read } from './actions.ts';
import type { TableGrant } from './grants.ts';

/** Counting what a buyer caused, and reading it of the accounts that are linked to them. */
export const buyerHistory: readonly TableGrant[] = [
  { actions: [...read, 'UpdateItem'], partitions: [partition.shopBuyer] },
  { actions: read, partitions: [partition.buyer] },
  { actions: [...read, 'Query'], partitions: [partition.group] },
];
