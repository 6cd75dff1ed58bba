import { checkWaiver } from '../../shared/contracts/http/waivers.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Is it waived? For the performance service. */
export const performanceApi = {
  kind: 'http',
  routes: [checkWaiver],
  ...apiLimits,
  grants: { table: [{ actions: read, partitions: [partition.waiver] }] },
  hurts: 'The performance service cannot tell which cancellations and rejections are waived, and may count them.',
} satisfies HttpFunction;
