import type { ShopScope } from '../../access/scope.ts';
import { toAccess } from '../../access/store.ts';
import { toShopBuyer } from '../../buyers/items.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { BuyerId } from '../../kernel/ids.ts';
import { createLinkedAccountStore, groupsCounted } from '../../link-groups/linked-account-store.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Item } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { accessKey, alertKey, buyerHistoryKey, shopBuyerKey, withdrawalKey } from '../../table/keys.ts';
import { toAlert } from '../items.ts';
import type { Alert, AlertId, Flag } from '../rules.ts';
import { subjectKey, toToldSubject } from '../subject-items.ts';
import type { ToldSubject } from '../subject-rules.ts';
import { toWithdrawnAt } from '../withdrawal-items.ts';
import type { BuyerCounts, LinkedHistory } from './buyer-history-rules.ts';

/** What a flag finds in a shop with active access. */
export interface FlagSituation {
  readonly alert: Alert | undefined;
  /** `undefined` for an order or refund that has not been told of yet. */
  readonly told: ToldSubject | undefined;
  /** Flags up to this instant are taken back. */
  readonly withdrawnAt: EpochMilliseconds | undefined;
  readonly counts: BuyerCounts;
}

export interface FlagStore {
  /** Everything that decides about a flag, in one read; `undefined` when the shop has no active access. */
  readSituation(
    scope: ShopScope,
    alertId: AlertId,
    flag: Pick<Flag, 'subject' | 'buyerId'>,
  ): Promise<FlagSituation | undefined>;
  /** What the shop keeps of a buyer. */
  readCounts(scope: ShopScope, buyerId: BuyerId): Promise<BuyerCounts>;
  /** What accounts that are linked to a buyer caused in the shop, as sums: none of them is named. */
  readLinkedHistory(scope: ShopScope, buyerId: BuyerId): Promise<LinkedHistory>;
}

/** Of a group of 5,000 this many are asked: ten reads, and more would tell a seller nothing more. */
const mostAsked = 1000;

export function createFlagStore(table: Table): FlagStore {
  const links = createLinkedAccountStore(table);
  return {
    async readSituation({ shopId }, alertId, { subject, buyerId }) {
      const [access, alert, withdrawal] = [
        accessKey(shopId),
        alertKey(shopId, alertId),
        withdrawalKey(shopId, alertId),
      ];
      const [orders, history] = [shopBuyerKey(shopId, buyerId), buyerHistoryKey(shopId, buyerId)];
      const subjectAt = subjectKey(shopId, subject);
      const keys = [access, alert, withdrawal, orders, history, ...(subjectAt ? [subjectAt] : [])];
      const items = await batchGet(table, keys);
      if (toAccess(items.get(access))?.state !== 'active') return undefined;
      return {
        alert: toAlert(items.get(alert)),
        told: toToldSubject(subject, subjectAt && items.get(subjectAt)),
        withdrawnAt: toWithdrawnAt(items.get(withdrawal)),
        counts: toCounts(items.get(orders), items.get(history)),
      };
    },

    async readCounts({ shopId }, buyerId) {
      const [orders, history] = [shopBuyerKey(shopId, buyerId), buyerHistoryKey(shopId, buyerId)];
      const items = await batchGet(table, [orders, history]);
      return toCounts(items.get(orders), items.get(history));
    },

    async readLinkedHistory({ shopId }, buyerId) {
      const linked = [...(await links.linkedAccounts(buyerId, groupsCounted))];
      const keys = linked.slice(0, mostAsked).map((account) => buyerHistoryKey(shopId, account));
      const items = await batchGet(table, keys);
      return {
        linkedAccounts: linked.length,
        linkedAlerts: keys.reduce((sum, key) => sum + count(items.get(key), 'alerts'), 0),
      };
    },
  };
}

function toCounts(orders: Item | undefined, history: Item | undefined): BuyerCounts {
  return {
    orders: toShopBuyer(orders)?.orders ?? 0,
    cancellations: count(history, 'cancellations'),
    refunds: count(history, 'refunds'),
    alerts: count(history, 'alerts'),
  };
}

function count(history: Item | undefined, name: 'cancellations' | 'refunds' | 'alerts'): number {
  return Number(history?.[name] ?? 0);
}
