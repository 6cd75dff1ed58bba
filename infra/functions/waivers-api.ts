import { listWaivers } from '../../shared/contracts/http/waivers.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** The waivers of one shop, for its sellers. */
export const waiversApi = {
  kind: 'http',
  routes: [listWaivers],
  ...apiLimits,
  grants: {
    table: [{ actions: read, partitions: [partition.shop, partition.alert, partition.buyer] }],
    indexes: [{ index: 'listing', partitions: [partition.waiversListing] }],
  },
  hurts: 'Sellers do not see which penalties are waived.',
} satisfies HttpFunction;
