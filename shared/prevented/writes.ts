import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, ShopId } from '../kernel/ids.ts';
import { exactNumber } from '../table/exact-number.ts';
import { preventedKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';

/** Counted behind the last order that was stopped: it holds no person's data, and a permanent block may stop nobody for years. */
const retention = 5 * 365 * 86_400_000;

/** Orders that one block stopped, to be counted together. */
export interface PreventedChange {
  readonly blockId: BlockId;
  readonly orders: number;
  /** Attribute → decimal, to be added exactly. */
  readonly sums: Readonly<Record<string, string>>;
  readonly lastAt: EpochMilliseconds;
}

/**
 * Counts for a block, on an item of its own: the block's is written by sellers, and each of its changes is told.
 *
 * @param isLast nobody has counted a later one: refused otherwise, since messages come in any order.
 */
export function addPrevented(shopId: ShopId, change: PreventedChange, isLast: boolean): Write {
  const { blockId, orders, sums, lastAt } = change;
  const added = Object.entries(sums);
  const additions = ['orders :orders', ...added.map((_, index) => `#sum${index} :sum${index}`)].join(', ');
  const names = Object.fromEntries(added.map(([name], index) => [`#sum${index}`, name]));
  const values = Object.fromEntries(added.map(([, sum], index) => [`:sum${index}`, exactNumber(sum)]));
  const write = { update: preventedKey(shopId, blockId) };
  if (!isLast) return { ...write, expression: `ADD ${additions}`, names, values: { ...values, ':orders': orders } };
  return {
    ...write,
    expression: `SET lastAt = :lastAt, #ttl = :ttl ADD ${additions}`,
    condition: { expression: 'attribute_not_exists(lastAt) OR lastAt <= :lastAt' },
    names: { ...names, '#ttl': 'ttl' },
    values: { ...values, ':orders': orders, ':lastAt': lastAt, ':ttl': toTtl(lastAt + retention) },
  };
}
