import * as partition from '../../shared/kernel/words/partitions.ts';
import type { TokenFunction } from '../function-definition.ts';

/** Which shops a seller's token opens. */
export const preToken = {
  kind: 'token',
  // Cognito waits no longer.
  timeoutSeconds: 5,
  memoryMegabytes: 512,
  grants: { table: [{ actions: ['Query'], partitions: [partition.membership] }] },
  hurts: 'Sellers cannot sign in, and those who have are signed out when their token ends.',
} satisfies TokenFunction;
