import { findBuyer, readBuyer } from '../../shared/contracts/http/buyers.ts';
import { readStanding } from '../../shared/contracts/http/standing.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** The names of a table of kinds that are strong. */
const strongKinds = (table: Readonly<Record<string, 'weak' | 'strong'>>): readonly string[] =>
  Object.keys(table)
    .filter((kind) => table[kind] === 'strong')
    .toSorted();

/** The buyers who ordered in one shop, for its sellers. */
export const buyersApi = {
  kind: 'http',
  routes: [findBuyer, readBuyer, readStanding],
  ...apiLimits,
  grants: {
    table: [
      {
        actions: [...read, 'Query'],
        partitions: [
          partition.shop,
          partition.shopBuyer,
          partition.order,
          partition.buyer,
          partition.group,
          partition.lookupCounter,
          // With the block that a seller has just removed.
          partition.removedBlock,
        ],
      },
      // Why customer support lifted a block.
      { actions: read, partitions: [partition.lifted] },
      { actions: ['UpdateItem'], partitions: [partition.lookupCounter], alone: true },
    ],
    indexes: [
      { index: 'listing', partitions: [partition.usernameListing] },
      { index: 'listing', partitions: [partition.endedBlocksListing, partition.stopsListing] },
    ],
  },
  environment: ({ evidenceStrength }) => ({ STRONG_EVIDENCE: strongKinds(evidenceStrength).join(' ') }),
  hurts: 'Sellers cannot look up whom to block.',
} satisfies HttpFunction;
