import { toTimestamp } from '../kernel/clock.ts';
import type { Prevented } from './rules.ts';

/** As the API shows it. */
export function toPreventedReply({ lastAt, ...prevented }: Prevented): Record<string, unknown> {
  return { ...prevented, ...(lastAt === undefined ? {} : { lastAt: toTimestamp(lastAt) }) };
}
