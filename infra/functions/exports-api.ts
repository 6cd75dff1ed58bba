import { exportActivity, exportBlocks, exportWaivers } from '../../shared/contracts/http/exports.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** The lists of one shop as files, for its sellers. Ten thousand rows take memory, and CPU comes with it. */
export const exportsApi = {
  kind: 'http',
  routes: [exportBlocks, exportWaivers, exportActivity],
  timeoutSeconds: apiLimits.timeoutSeconds,
  memoryMegabytes: 1024,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.alert, partition.buyer] },
      { actions: ['Query'], partitions: [partition.activity] },
      // Why customer support lifted a block.
      { actions: read, partitions: [partition.lifted] },
    ],
    indexes: [{ index: 'listing', partitions: [partition.blocksListing, partition.waiversListing] }],
  },
  hurts: 'Sellers cannot save their lists as files; they still read them in the console.',
} satisfies HttpFunction;
