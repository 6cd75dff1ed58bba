import { toTtl } from '../../kernel/clock.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { BlockId, ShopId } from '../../kernel/ids.ts';
import { blockDayKey, countedBlockKey } from '../../table/keys.ts';
import type { Write } from '../../table/transact.ts';
import { dateOf } from './rules.ts';

/** As what a block can be counted, each once. */
export type CountedAs = 'made' | 'lifted' | 'upheld';

/** A report's longest look back, and a week. Both items end together, so that no count is ever doubled. */
const retentionMilliseconds = 97 * 86_400_000;

/** Counts a block on its day, for a transaction that is refused as `counted` when it was counted before. */
export function countOnce(
  shopId: ShopId,
  {
    blockId,
    at,
    as,
    names,
  }: {
    readonly blockId: BlockId;
    readonly at: EpochMilliseconds;
    readonly as: CountedAs;
    /** Counters of the day that grow by one. */
    readonly names: readonly string[];
  },
): Readonly<Record<'counted' | 'day', Write>> {
  const ttl = toTtl(at + retentionMilliseconds);
  return {
    counted: {
      put: { ...countedBlockKey(shopId, blockId, as), ttl },
      condition: { expression: 'attribute_not_exists(pk)' },
    },
    day: {
      update: blockDayKey(dateOf(at), shopId),
      expression: `SET #ttl = :ttl ADD ${names.map((name) => `${name} :one`).join(', ')}`,
      names: { '#ttl': 'ttl' },
      values: { ':ttl': ttl, ':one': 1 },
    },
  };
}
