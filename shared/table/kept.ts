import type { EpochMilliseconds } from '../kernel/clock.ts';

/**
 * That an item is not past its retention, as a part of a filter: DynamoDB deletes it days after its TTL, and until then
 * it may not be listed.
 */
export const isKept = {
  expression: '(attribute_not_exists(#ttl) OR #ttl > :seconds)',
  names: { '#ttl': 'ttl' },
  values: (now: EpochMilliseconds) => ({ ':seconds': Math.floor(now / 1000) }),
} as const;
