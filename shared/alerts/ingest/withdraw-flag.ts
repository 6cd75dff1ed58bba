import type * as z from 'zod';
import { platformScope, type ShopScope } from '../../access/scope.ts';
import { toAccess } from '../../access/store.ts';
import type { Envelope } from '../../events/inbound.ts';
import { type EpochMilliseconds, fromTimestamp } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { rounds } from '../../kernel/retry-on-change.ts';
import { batchGet, type Item } from '../../table/batch-get.ts';
import { accessKey, alertKey, withdrawalKey } from '../../table/keys.ts';
import { transact } from '../../table/transact.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdOf } from '../alert-id.ts';
import { toAlert } from '../items.ts';
import type { Alert, AlertId } from '../rules.ts';
import type { riskFlagWithdrawn } from '../../contracts/events/flags.ts';
import { withdraw } from './flag-rules.ts';
import type { IngestDeps } from './raise-alert.ts';
import { rememberWithdrawal, toWithdrawnAt } from './withdrawal-item.ts';

const mostRounds = 10;
const kinds = { order: 'security_alert_order', refund: 'risk_refund' } as const;

/**
 * Takes back the flags on an order or refund up to an instant: the alert ends, unless a later flag holds it or a seller has
 * acted. A withdrawal of flags that may still come is remembered. It ends alerts of shops without access, too, but is remembered only for others.
 *
 * @throws AppError `unavailable` when something keeps changing: deliver it again.
 */
export function withdrawFlag(deps: IngestDeps) {
  return async (event: z.output<typeof riskFlagWithdrawn.detail>, { time }: Envelope): Promise<void> => {
    const scope = platformScope(event.shopId, 'flag-withdrawal-consumer');
    const alertId = alertIdOf(scope.shopId, kinds[event.subject.type], event.subject);
    // The envelope tells no more than the second: a flag of the same one is more likely meant than not.
    const at = event.withdrawnAt === undefined ? time + 999 : fromTimestamp(event.withdrawnAt);
    const eventId = deps.newId();
    const now = deps.clock.now();
    const keys = {
      access: accessKey(scope.shopId),
      alert: alertKey(scope.shopId, alertId),
      remembered: withdrawalKey(scope.shopId, alertId),
    };
    for (const _round of rounds(mostRounds)) {
      const items = await batchGet(deps.table, Object.values(keys));
      const before = toAlert(items.get(keys.alert));
      const accessIsActive = toAccess(items.get(keys.access))?.state === 'active';
      if (!before && !accessIsActive) return;
      const outcome = before ? withdraw(before, at, now) : ({ type: 'remember' } as const);
      if (outcome.type === 'nothing') return;
      const done =
        outcome.type === 'change' && before
          ? await save(deps, scope, { eventId, before, after: outcome.after, now })
          : await remember(deps, scope, { alertId, before, remembered: items.get(keys.remembered), at, now });
      if (done) return;
    }
    throw new AppError('unavailable', 'The alert changes too fast. Nothing was changed; deliver it again.');
  };
}

function save(
  { store }: IngestDeps,
  scope: ShopScope,
  {
    eventId,
    before,
    after,
    now,
  }: { readonly eventId: string; readonly before: Alert; readonly after: Alert; readonly now: EpochMilliseconds },
): Promise<boolean> {
  const events = [alertEvent(eventId, scope, after, 'flag_withdrawn', now)];
  return store.save(scope, { before, after, event: 'flag_withdrawn', events, now });
}

interface Remembered {
  readonly alertId: AlertId;
  readonly before: Alert | undefined;
  readonly remembered: Item | undefined;
  readonly at: EpochMilliseconds;
  readonly now: EpochMilliseconds;
}

/** A flag that is being written meanwhile checks what is remembered, and this checks the alert: one of the two is decided again. */
async function remember(
  { table }: IngestDeps,
  { shopId }: ShopScope,
  { alertId, before, remembered, at, now }: Remembered,
): Promise<boolean> {
  if ((toWithdrawnAt(remembered) ?? 0) >= at) return true;
  const outcome = await transact(table, {
    withdrawal: rememberWithdrawal(shopId, alertId, remembered, { at, now }),
    alert: {
      check: alertKey(shopId, alertId),
      condition: before
        ? { expression: 'revision = :revision', values: { ':revision': before.revision } }
        : { expression: 'attribute_not_exists(pk)' },
    },
  });
  return outcome.type === 'committed';
}
