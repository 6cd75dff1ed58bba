import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { buyerHistoryKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import { historyChanges } from './history-rules.ts';
import type { Alert } from './rules.ts';

/** Of a buyer's history in a shop: how many frauds of this category were confirmed there. */
export const fraudAttribute = (category: string): string => `fraud#${category}`;

/**
 * Counts an alert into the histories of those whom it is about, in its own transaction; nothing when nothing changes. A
 * fraud outcome counts once, when it is first shown: as a fraud, and not as an alert.
 */
export function historyWrites(
  shopId: ShopId,
  before: Alert | undefined,
  after: Alert,
): Readonly<Record<string, Write>> {
  const writes = [...historyChanges(before, after)].map(([buyerId, { alerts, ourAlerts }], index) => {
    const write: Write = {
      update: buyerHistoryKey(shopId, buyerId),
      expression: `ADD alerts :alerts${ourAlerts === 0 ? '' : ', ourAlerts :ourAlerts'}`,
      values: { ':alerts': alerts, ...(ourAlerts === 0 ? {} : { ':ourAlerts': ourAlerts }) },
    };
    return [`history${index}`, write] as const;
  });
  const fraud = before === undefined && after.kind === 'fraud_outcome' ? after.category : undefined;
  return {
    ...Object.fromEntries(writes),
    ...(fraud === undefined ? {} : { fraud: fraudWrite(shopId, after.buyerId, fraud) }),
  };
}

function fraudWrite(shopId: ShopId, buyerId: BuyerId, category: string): Write {
  return {
    update: buyerHistoryKey(shopId, buyerId),
    expression: 'ADD #fraud :one',
    names: { '#fraud': fraudAttribute(category) },
    values: { ':one': 1 },
  };
}
