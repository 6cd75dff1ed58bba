import { readDashboard } from '../../shared/contracts/http/dashboard.ts';
import { readFairness } from '../../shared/contracts/http/fairness.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** What a shop's sellers see first. */
export const dashboardApi = {
  kind: 'http',
  routes: [readDashboard, readFairness],
  ...apiLimits,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.stats, partition.blockDay] },
      { actions: ['Query'], partitions: [partition.stats] },
    ],
    indexes: [{ index: 'listing', partitions: [partition.alertsListing] }],
  },
  hurts: 'Sellers do not see what waits for them, nor how fair their blocking looks.',
} satisfies HttpFunction;
