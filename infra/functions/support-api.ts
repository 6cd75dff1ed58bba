import { liftBlock, listCoveringBlocks } from '../../shared/contracts/http/support.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Who blocks a buyer, and lifting it, for customer support. */
export const supportApi = {
  kind: 'http',
  routes: [listCoveringBlocks, liftBlock],
  ...apiLimits,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.buyer, partition.group, partition.marker] },
      { actions: ['Query', 'ConditionCheckItem'], partitions: [partition.buyer, partition.group] },
      { actions: ['UpdateItem'], partitions: [partition.shop] },
      {
        actions: ['DeleteItem'],
        partitions: [partition.shop, partition.buyer, partition.lifted, partition.removedBlock],
      },
      { actions: ['PutItem'], partitions: [partition.activity, partition.endedBlock, partition.lifted] },
    ],
  },
  hurts: 'Customer support can neither tell a buyer why they cannot order, nor lift a block.',
} satisfies HttpFunction;
