import type { Access } from '../access/rules.ts';
import type { ShopScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { toAlert } from '../alerts/items.ts';
import type { Alert, AlertId } from '../alerts/rules.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { ItemsByKey } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, alertKey, digestKey, noticeKey, notificationSettingsKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import { addToDigest, claimWrite, finishWrite, toDigest } from './digest-items.ts';
import type { Finish } from './digest-items.ts';
import type { Digest } from './rules.ts';
import type { NotificationSettings } from './settings-rules.ts';
import { toSettings } from './settings-store.ts';

/** That a shop is to be told of one alert, for one cause. */
export interface Notice {
  readonly alertId: AlertId;
  readonly cause: string;
  /** Name of the digest that it goes into. */
  readonly digest: string;
  readonly at: EpochMilliseconds;
}

export type NoticeOutcome =
  | { readonly type: 'recorded' }
  /** An earlier delivery of the event has recorded it, in this digest. */
  | { readonly type: 'known'; readonly digest: string }
  /** The digest holds as many as it can, or is already being sent. */
  | { readonly type: 'full' }
  | { readonly type: 'closed' };

/** What decides whether and when a shop is told. */
interface Reader {
  readonly access: Access | undefined;
  readonly settings: NotificationSettings;
}
export interface FoundAlert extends Reader {
  readonly alert: Alert | undefined;
}
export interface FoundDigest extends Reader {
  readonly digest: Digest | undefined;
}

export interface NotificationStore {
  readAlert(scope: ShopScope, alertId: AlertId): Promise<FoundAlert>;
  /** @param listed whether the digest is to name the alert, or only to count it. */
  record(scope: ShopScope, notice: Notice, listed: boolean): Promise<NoticeOutcome>;
  readDigest(scope: ShopScope, digest: string): Promise<FoundDigest>;
  readAlerts(scope: ShopScope, alertIds: readonly AlertId[]): Promise<readonly Alert[]>;
  /**
   * `false` when somebody else has claimed it since it was read. What it holds is to be read after this.
   *
   * @param mayRepeat whether a claim before may have sent it: counted on the item.
   */
  claim(scope: ShopScope, digest: string, before: Digest, mayRepeat: boolean, now: EpochMilliseconds): Promise<boolean>;
  /** Says what became of a claim, together with the event of it; `false` when somebody has taken it over. */
  finish(scope: ShopScope, digest: string, claims: number, finish: Finish, event?: OutboxEvent): Promise<boolean>;
}

/** Longer than any dead letter waits that could bring the same event again. */
const retentionMilliseconds = 30 * 86_400_000;

export function createNotificationStore(table: Table): NotificationStore {
  const only = async (write: Write): Promise<boolean> => (await transact(table, { write })).type === 'committed';
  return {
    async readAlert({ shopId }, alertId) {
      const key = alertKey(shopId, alertId);
      const items = await batchGet(table, [key, accessKey(shopId), notificationSettingsKey(shopId)]);
      return { alert: toAlert(items.get(key)), ...readerOf(shopId, items) };
    },

    async record({ shopId }, notice, listed) {
      const { alertId, cause, digest, at } = notice;
      const ttl = toTtl(at + retentionMilliseconds);
      const outcome = await transact(table, {
        notice: {
          put: { ...noticeKey(shopId, `${alertId}.${cause}`), ...notice, shopId, ttl },
          condition: { expression: 'attribute_not_exists(pk)' },
        },
        digest: addToDigest(digestKey(shopId, digest), { alertId: listed ? alertId : undefined, shopId, ttl }),
      });
      if (outcome.type === 'committed') return { type: 'recorded' };
      const { refused } = outcome;
      if ('notice' in refused) return { type: 'known', digest: String(refused.notice?.['digest']) };
      return toDigest(refused.digest)?.status === 'pending' ? { type: 'full' } : { type: 'closed' };
    },

    async readDigest({ shopId }, digest) {
      const key = digestKey(shopId, digest);
      const items = await batchGet(table, [key, accessKey(shopId), notificationSettingsKey(shopId)]);
      return { digest: toDigest(items.get(key)), ...readerOf(shopId, items) };
    },

    async readAlerts({ shopId }, alertIds) {
      const keys = alertIds.map((alertId) => alertKey(shopId, alertId));
      const items = await batchGet(table, keys);
      return keys.flatMap((key) => toAlert(items.get(key)) ?? []);
    },

    claim: ({ shopId }, digest, before, mayRepeat, now) =>
      only(claimWrite(digestKey(shopId, digest), before, mayRepeat, now)),

    async finish({ shopId }, digest, claims, finish, event) {
      const outcome = await transact(table, {
        digest: finishWrite(digestKey(shopId, digest), claims, finish),
        event: event && { put: outboxItem(shopId, event) },
      });
      return outcome.type === 'committed';
    },
  };
}

function readerOf(shopId: ShopId, items: ItemsByKey): Reader {
  return {
    access: toAccess(items.get(accessKey(shopId))),
    settings: toSettings(items.get(notificationSettingsKey(shopId))),
  };
}
