import { isDeepStrictEqual } from 'node:util';
import type { SellerWrite } from '../access/seller-write.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { settingsOf } from './settings-rules.ts';
import type { NotificationSettings, SettingsWish } from './settings-rules.ts';
import type { SettingsStore } from './settings-store.ts';

const mostRounds = 5;

/**
 * Sets what a shop is told of, in one transaction with its event. Where nothing changes only the key is recorded. What
 * waits to be told is judged by the settings as they are when it is sent.
 *
 * @throws AppError `unavailable` when others keep changing the same settings.
 */
export function changeSettings(
  { store, newId }: { readonly store: SettingsStore; readonly newId: NewId },
  { scope, now, use, read }: SellerWrite<NotificationSettings>,
  wish: SettingsWish,
): Promise<NotificationSettings> {
  const { shopId, actor } = scope;
  const eventId = newId();
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The settings are changing too fast. Nothing was changed; try again.',
    read,
    decide({ loaded: before }) {
      const isSame = isDeepStrictEqual(settingsOf(wish, before.revision), before);
      const after = isSame ? before : settingsOf(wish, before.revision + 1);
      const recorded = use && { use, outcome: { revision: after.revision } };
      if (isSame && !recorded) return { type: 'end', result: after };
      const detail = { version: 1 as const, eventId, shopId, revision: after.revision, occurredAt: toTimestamp(now) };
      const event: OutboxEvent = { eventId, type: 'Notification Settings Changed', at: now, actor, detail };
      const write = { before, after, event: isSame ? undefined : event, recorded, now };
      return { type: 'write', write, result: after };
    },
    save: (write) => store.save(scope, write),
  });
}
