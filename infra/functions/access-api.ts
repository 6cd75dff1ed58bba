import { readAccess } from '../../shared/contracts/http/access.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** A shop's access and quotas, for its sellers. */
export const accessApi = {
  kind: 'http',
  routes: [readAccess],
  ...apiLimits,
  grants: { table: [{ actions: read, partitions: [partition.shop] }] },
  hurts: 'Sellers do not see whether they have access.',
} satisfies HttpFunction;
