import { readReceipt } from '../../shared/contracts/http/receipts.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Signed receipts of waivers. Apart from the list of waivers: nobody else may sign. */
export const receiptsApi = {
  kind: 'http',
  routes: [readReceipt],
  ...apiLimits,
  grants: {
    table: [{ actions: read, partitions: [partition.shop, partition.waiver] }],
    signsReceipts: true,
  },
  hurts: 'Sellers get no signed proof of their waivers; the waivers themselves count as ever.',
} satisfies HttpFunction;
