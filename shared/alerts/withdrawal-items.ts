import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { withdrawalKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import type { AlertId } from './rules.ts';

/** No flag comes later than that behind its withdrawal: dead letters are kept for 14 days. */
const retention = 90 * 86_400_000;

/** The withdrawal that an item remembers: flags up to that instant are taken back. */
export function toWithdrawnAt(item: Item | undefined): EpochMilliseconds | undefined {
  return item && Number(item['withdrawnAt']);
}

/** That what is remembered is still as it was read. */
export function withdrawalUnchanged(withdrawnAt: EpochMilliseconds | undefined): Condition {
  if (withdrawnAt === undefined) return { expression: 'attribute_not_exists(pk)' };
  return { expression: 'withdrawnAt = :withdrawnAt', values: { ':withdrawnAt': withdrawnAt } };
}

/** Remembers a withdrawal for flags that it takes back and that are still to come. */
export function rememberWithdrawal(
  shopId: ShopId,
  alertId: AlertId,
  before: EpochMilliseconds | undefined,
  { at, now }: { readonly at: EpochMilliseconds; readonly now: EpochMilliseconds },
): Write {
  return {
    put: { ...withdrawalKey(shopId, alertId), withdrawnAt: at, ttl: toTtl(now + retention) },
    condition: withdrawalUnchanged(before),
  };
}
