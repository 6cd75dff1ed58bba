import type { ShopScope, TokenScope } from '../access/scope.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { recordWrite } from '../idempotency/record.ts';
import type { OutcomeOfUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, notificationSettingsKey } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { transact } from '../table/transact.ts';
import type { Condition } from '../table/transact.ts';
import { defaultSettings } from './settings-rules.ts';
import type { NotificationSettings } from './settings-rules.ts';

export interface SettingsWrite {
  /** As read: the write holds only while they stand so, and the access is active. */
  readonly before: NotificationSettings;
  readonly after: NotificationSettings;
  /** Absent where nothing changes. */
  readonly event: OutboxEvent | undefined;
  readonly recorded: OutcomeOfUse | undefined;
  readonly now: EpochMilliseconds;
}

export interface SettingsStore {
  /** `false` when something has changed since it was read: decide again on a new read. */
  save(scope: ShopScope, write: SettingsWrite): Promise<boolean>;
}

/** Those of an item, or of a shop that has set nothing. */
export function toSettings(item: Item | undefined): NotificationSettings {
  return (item?.['settings'] as NotificationSettings | undefined) ?? defaultSettings;
}

export function settingsRead({ shopId }: TokenScope): ReadPlan<NotificationSettings> {
  const key = notificationSettingsKey(shopId);
  return { keys: [key], decode: (items) => toSettings(items.get(key)) };
}

export function createSettingsStore(table: Table): SettingsStore {
  return {
    async save({ shopId }, { before, after, event, recorded, now }) {
      const key = notificationSettingsKey(shopId);
      const condition = asRead(before);
      const outcome = await transact(table, {
        record: recorded && recordWrite(recorded, now),
        access: {
          check: accessKey(shopId),
          condition: { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } },
        },
        settings: event
          ? { put: { ...key, settings: after, revision: after.revision }, condition }
          : { check: key, condition },
        event: event && { put: outboxItem(shopId, event) },
      });
      return outcome.type === 'committed';
    },
  };
}

function asRead({ revision }: NotificationSettings): Condition {
  return revision === 0
    ? { expression: 'attribute_not_exists(pk)' }
    : { expression: 'revision = :before', values: { ':before': revision } };
}
