import { liftBlock, listCoveringBlocks } from '../../shared/contracts/http/support.ts';
import { upholdBlock } from '../../shared/contracts/http/upheld-blocks.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Who blocks a buyer, and lifting or upholding it, for customer support. */
export const supportApi = {
  kind: 'http',
  routes: [listCoveringBlocks, liftBlock, upholdBlock],
  ...apiLimits,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.buyer, partition.group, partition.marker] },
      { actions: ['Query', 'ConditionCheckItem'], partitions: [partition.buyer, partition.group] },
      { actions: ['UpdateItem'], partitions: [partition.shop, partition.blockDay] },
      // A block that is upheld stays as it is, and is counted.
      { actions: ['ConditionCheckItem'], partitions: [partition.shop] },
      { actions: ['PutItem'], partitions: [partition.countedBlock] },
      {
        actions: ['DeleteItem'],
        partitions: [partition.shop, partition.buyer, partition.lifted, partition.removedBlock],
      },
      { actions: ['PutItem'], partitions: [partition.activity, partition.endedBlock, partition.lifted] },
    ],
  },
  hurts: 'Customer support can neither tell a buyer why they cannot order, nor lift a block.',
} satisfies HttpFunction;
