import { changeAccess, listShops, sendAccessNotice, showAccess } from '../../shared/contracts/http/access.ts';
import { decideComplaint, listComplaints } from '../../shared/contracts/http/complaints.ts';
import { reportRetaliation } from '../../shared/contracts/http/retaliation.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read, write } from '../grants/actions.ts';

/** Who has access, who complains that it has ended, and whose blocking looks retaliatory, for ops. */
export const adminApi = {
  kind: 'http',
  routes: [changeAccess, showAccess, sendAccessNotice, listShops, listComplaints, decideComplaint, reportRetaliation],
  ...apiLimits,
  grants: {
    table: [
      { actions: [...read, ...write], partitions: [partition.shop, partition.activity] },
      { actions: [...read, 'PutItem'], partitions: [partition.complaint] },
      { actions: ['PutItem', 'DeleteItem'], partitions: [partition.membership] },
      { actions: ['PutItem'], partitions: [partition.notice] },
      { actions: ['Query'], partitions: [partition.blockDay] },
    ],
    indexes: [{ index: 'listing', partitions: [partition.shopsListing, partition.complaintsListing] }],
  },
  hurts: 'Nobody can grant or end the access of a shop, or decide a complaint.',
} satisfies HttpFunction;
