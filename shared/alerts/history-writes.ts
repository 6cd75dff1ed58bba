import type { ShopId } from '../kernel/ids.ts';
import { buyerHistoryKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import { historyChanges } from './history-rules.ts';
import type { Alert } from './rules.ts';

/** Counts an alert into the histories of those whom it is about, in its own transaction; nothing when nothing changes. */
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
  return Object.fromEntries(writes);
}
