import { addBlock, getBlock, listBlocks, removeBlock, updateBlock } from '../../shared/contracts/http/block-list.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { restoreBlock } from '../../shared/contracts/http/block-restore.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read, write } from '../grants/actions.ts';

/** All that a block is made of. */
const ofBlocks = [
  partition.shop,
  partition.shopBuyer,
  partition.buyer,
  partition.group,
  partition.marker,
  partition.idempotency,
  partition.activity,
  partition.endedBlock,
  partition.removedBlock,
] as const;

/** The Block List of one shop, for its sellers. */
export const blocksApi = {
  kind: 'http',
  routes: [listBlocks, addBlock, getBlock, updateBlock, removeBlock, restoreBlock],
  ...apiLimits,
  grants: {
    table: [
      // All that one BatchGetItem reads must stand in one statement: the alert that a block is made from is read beside the rest.
      { actions: read, partitions: [...ofBlocks, partition.alert] },
      { actions: [...write, 'DeleteItem'], partitions: ofBlocks },
      { actions: ['BatchGetItem'], partitions: [partition.prevented] },
      { actions: ['Query'], partitions: [partition.buyer, partition.group] },
      // Each write is counted, and a block of nobody as a lookup.
      { actions: ['UpdateItem'], partitions: [partition.lookupCounter], alone: true },
    ],
    indexes: [{ index: 'listing', partitions: [partition.blocksListing] }],
  },
  hurts: 'Sellers cannot block or unblock buyers.',
} satisfies HttpFunction;
