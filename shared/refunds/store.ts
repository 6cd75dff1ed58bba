import type { ShopScope } from '../access/scope.ts';
import { activityRetentionMilliseconds } from '../events/outbox.ts';
import { systemClock, toTtl } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { buyerHistoryKey, refundKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Condition, Write } from '../table/transact.ts';
import { toRefund } from './items.ts';
import { isEnded, isGrantedBy } from './rules.ts';
import type { Refund, RefundCounts } from './rules.ts';

export interface RefundStore {
  read(scope: ShopScope, refundId: string): Promise<Refund | undefined>;
  /** Refund and count in one; `false` when the refund is no longer the one that was read. */
  save(
    scope: ShopScope,
    refundId: string,
    before: Refund | undefined,
    refund: Refund,
    counts: RefundCounts,
  ): Promise<boolean>;
}

/** Refunds are kept as orders are: those that have ended for as long as what may be about them. */
export function createRefundStore(table: Table, clock: Clock = systemClock): RefundStore {
  return {
    async read({ shopId }, refundId) {
      const key = refundKey(shopId, refundId);
      return toRefund((await batchGet(table, [key])).get(key));
    },

    async save({ shopId }, refundId, before, refund, { refunds }) {
      const outcome = await transact(table, {
        refund: {
          put: {
            ...refundKey(shopId, refundId),
            ...refund,
            ...(isEnded(refund.status) ? { ttl: toTtl(clock.now() + activityRetentionMilliseconds) } : {}),
          },
          condition: unchanged(before),
        },
        history: historyWrite(shopId, refund, { refunds, isGranted: isGrantedBy(refund, before) }),
      });
      return outcome.type === 'committed';
    },
  };
}

/** What the refund adds to its buyer's history in the shop. */
function historyWrite(
  shopId: string,
  { buyerId, updatedAt }: Refund,
  { refunds, isGranted }: { readonly refunds: number; readonly isGranted: boolean },
): Write | undefined {
  if (refunds === 0 && !isGranted) return undefined;
  return {
    update: buyerHistoryKey(shopId, buyerId),
    expression: `${isGranted ? 'SET refundGrantedAt = :grantedAt ' : ''}ADD refunds :refunds`,
    values: { ':refunds': refunds, ...(isGranted ? { ':grantedAt': updatedAt } : {}) },
  };
}

function unchanged(before: Refund | undefined): Condition {
  if (!before) return { expression: 'attribute_not_exists(pk)' };
  return {
    expression: '#status = :status AND updatedAt = :updatedAt',
    names: { '#status': 'status' },
    values: { ':status': before.status, ':updatedAt': before.updatedAt },
  };
}
