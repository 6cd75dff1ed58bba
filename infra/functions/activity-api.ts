import { listActivity } from '../../shared/contracts/http/activity.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Who did what in a shop, for its sellers. */
export const activityApi = {
  kind: 'http',
  routes: [listActivity],
  ...apiLimits,
  grants: {
    table: [
      // With the blocks that a seller has just removed.
      { actions: read, partitions: [partition.shop, partition.removedBlock] },
      { actions: ['Query'], partitions: [partition.activity] },
      // Why customer support lifted a block.
      { actions: read, partitions: [partition.lifted] },
    ],
  },
  hurts: 'Sellers do not see who did what in their shop.',
} satisfies HttpFunction;
