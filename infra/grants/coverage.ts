import * as partition from '../../shared/kernel/words/partitions.ts';
import { read, write } from './actions.ts';
import type { TableGrant } from './grants.ts';

/** Keeping markers in step with link groups: the same work, begun by a block, by a link event or by an expiry. */
export const coverBuyers: TableGrant = {
  actions: [...read, 'Query', ...write, 'DeleteItem'],
  partitions: [partition.buyer, partition.group, partition.marker, partition.shop],
};

/** What is left of a removed block says whom it had covered. */
export const readEnded: TableGrant = { actions: ['GetItem'], partitions: [partition.endedBlock] };
