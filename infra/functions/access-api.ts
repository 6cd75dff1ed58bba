import { readAccess } from '../../shared/contracts/http/access.ts';
import { fileComplaint } from '../../shared/contracts/http/complaints.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** A shop's access and quotas, for its sellers, and their complaint once it has ended. */
export const accessApi = {
  kind: 'http',
  routes: [readAccess, fileComplaint],
  ...apiLimits,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.complaint, partition.idempotency] },
      // A complaint, its event and its record; the access is only checked.
      {
        actions: ['PutItem', 'ConditionCheckItem'],
        partitions: [partition.shop, partition.complaint, partition.idempotency, partition.activity],
      },
      { actions: ['UpdateItem'], partitions: [partition.lookupCounter], alone: true },
    ],
  },
  hurts: 'Sellers do not see whether they have access, and cannot complain that it has ended.',
} satisfies HttpFunction;
