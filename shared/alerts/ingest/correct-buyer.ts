import type { ShopScope } from '../../access/scope.ts';
import { AppError } from '../../kernel/errors.ts';
import type { BuyerId, ShopId } from '../../kernel/ids.ts';
import { rounds } from '../../kernel/retry-on-change.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { buyerHistoryKey, shopBuyerKey } from '../../table/keys.ts';
import { alertEvent } from '../alert-event.ts';
import type { Alert, BuyerHistory } from '../rules.ts';
import { readLinkedHistory, toBuyerHistory } from './buyer-history.ts';
import { aboutBuyer } from './flag-rules.ts';
import { type ActionableSubject, readAlertOf } from './progress-alert.ts';
import type { IngestDeps } from './raise-alert.ts';

const mostRounds = 10;

/**
 * The alert of an order or refund, if there is one, about the buyer whose order or refund it is: a flag that came first may have
 * named another, and the order or refund is the truth. To be called once that is recorded: no flag of another buyer gets
 * in from then on. Whatever the alert's status, and whether or not the shop still has access.
 *
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export async function readAlertAbout(
  deps: IngestDeps,
  scope: ShopScope,
  subject: ActionableSubject,
  buyerId: BuyerId,
): Promise<Alert | undefined> {
  const eventId = deps.newId();
  const now = deps.clock.now();
  for (const _round of rounds(mostRounds)) {
    const before = await readAlertOf(deps.table, scope.shopId, subject);
    if (!before || before.buyerId === buyerId) return before;
    const after = aboutBuyer(before, buyerId, await readHistory(deps.table, scope.shopId, buyerId));
    const events = [alertEvent(eventId, scope, after, 'buyer_corrected', now)];
    if (await deps.store.save(scope, { before, after, event: 'buyer_corrected', events, now })) return after;
  }
  throw new AppError('unavailable', 'The alert changes too fast. Nothing was changed; deliver it again.');
}

/** Its order or refund is counted by now, and the alert is not: so far it was counted as another buyer's. */
async function readHistory(table: Table, shopId: ShopId, buyerId: BuyerId): Promise<BuyerHistory> {
  const [ordersAt, historyAt] = [shopBuyerKey(shopId, buyerId), buyerHistoryKey(shopId, buyerId)];
  const [items, linked] = await Promise.all([
    batchGet(table, [ordersAt, historyAt]),
    readLinkedHistory(table, shopId, buyerId),
  ]);
  const own = { orders: items.get(ordersAt), history: items.get(historyAt) };
  return toBuyerHistory({ ...own, more: { orders: 0, refunds: 0 }, ownAlerts: 0 }, linked);
}
