import type { ShopScope } from '../../access/scope.ts';
import { assertSameRequest, type IdempotencyRecord, type IdempotentUse } from '../../idempotency/record.ts';
import { AppError } from '../../kernel/errors.ts';
import { retryOnChange } from '../../kernel/retry-on-change.ts';
import type { Alert } from '../rules.ts';
import type { AlertStore, AlertWrite } from '../store.ts';

/** What a seller's change of an alert begins with. */
export interface AlertSituation {
  readonly alert: Alert | undefined;
  /** The key's record, when another request with this key has succeeded meanwhile. */
  readonly record: IdempotencyRecord | undefined;
  /** It may have ended since the request began. */
  readonly accessIsActive: boolean;
}

/** One seller's wish about one alert. */
export interface SellerChange {
  readonly scope: ShopScope;
  readonly use: IdempotentUse | undefined;
  /** Called again whenever something changed in between. */
  readonly read: (again: boolean) => Promise<AlertSituation>;
}

const mostRounds = 8;

/**
 * A seller's change of an alert: decided on what was read, written with all of that as conditions, and decided again on a
 * new read when something changed in between.
 *
 * @param decide throws the refusal that a seller can act upon.
 * @returns the alert as the change left it, also when this request's key had done it before.
 * @throws AppError `access_not_active`, `not_found`, `unavailable`.
 */
export function changeAsSeller(
  store: Pick<AlertStore, 'save'>,
  { scope, use, read }: SellerChange,
  decide: (alert: Alert) => Promise<Omit<AlertWrite, 'seller' | 'before'>>,
): Promise<Alert> {
  return retryOnChange<AlertSituation, AlertWrite, Alert>({
    read,
    async decide({ alert, record, accessIsActive }) {
      if (record) {
        assertSameRequest(record, use);
        return { type: 'end', result: fromOutcome(record) };
      }
      if (!accessIsActive) throw new AppError('access_not_active', 'This shop has no active access.');
      if (!alert) throw new AppError('not_found', 'There is no such alert.');
      const write = await decide(alert);
      const outcome = { alert: write.after };
      const seller = use ? { idempotency: { use, outcome } } : {};
      return { type: 'write', write: { ...write, before: alert, seller }, result: fromOutcome({ outcome }) };
    },
    save: (write) => store.save(scope, write),
    mostRounds,
    changesTooFast: 'The alert is changing too fast. Nothing was changed; try again.',
  });
}

/** The alert as the change left it, which the key's record holds: IDs, codes and times, but no words of others. */
export function fromOutcome({ outcome }: Pick<IdempotencyRecord, 'outcome'>): Alert {
  return outcome['alert'] as Alert;
}
