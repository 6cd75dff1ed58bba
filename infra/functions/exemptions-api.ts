import { exemptBuyer, getExemption, listExemptions, removeExemption } from '../../shared/contracts/http/exemptions.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read, write } from '../grants/actions.ts';

/** All that an exemption is made of. */
const ofExemptions = [
  partition.shop,
  partition.buyer,
  partition.marker,
  partition.idempotency,
  partition.activity,
] as const;

/** The exempt list of one shop, for its sellers. */
export const exemptionsApi = {
  kind: 'http',
  routes: [listExemptions, exemptBuyer, getExemption, removeExemption],
  ...apiLimits,
  grants: {
    table: [
      {
        actions: read,
        partitions: [partition.shop, partition.shopBuyer, partition.buyer, partition.marker, partition.idempotency],
      },
      { actions: write, partitions: ofExemptions },
      { actions: ['DeleteItem'], partitions: [partition.shop, partition.buyer] },
      // Each write is counted, and an exemption of nobody as a lookup.
      { actions: ['UpdateItem'], partitions: [partition.lookupCounter], alone: true },
    ],
    indexes: [{ index: 'listing', partitions: [partition.exemptionsListing] }],
  },
  hurts: 'Sellers cannot exempt buyers from blocks through links, or end an exemption.',
} satisfies HttpFunction;
