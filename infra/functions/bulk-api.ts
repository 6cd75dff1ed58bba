import { bulkBlocks } from '../../shared/contracts/http/bulk-blocks.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read, write } from '../grants/actions.ts';

/** Several blocks of one shop at once, for its sellers. It begins no row that it could not end in time. */
export const bulkApi = {
  kind: 'http',
  routes: [bulkBlocks],
  ...apiLimits,
  grants: {
    table: [
      {
        actions: read,
        partitions: [
          partition.shop,
          partition.shopBuyer,
          partition.buyer,
          partition.marker,
          partition.idempotency,
          partition.alert,
        ],
      },
      {
        // A block ends an exemption of its buyer.
        actions: [...write, 'DeleteItem'],
        partitions: [partition.shop, partition.buyer, partition.marker, partition.idempotency, partition.activity],
      },
      // The rows of each request are counted.
      { actions: ['UpdateItem'], partitions: [partition.lookupCounter], alone: true },
    ],
    indexes: [{ index: 'listing', partitions: [partition.usernameListing] }],
  },
  hurts: 'Sellers cannot import a list of buyers to block; they still block them one by one.',
} satisfies HttpFunction;
