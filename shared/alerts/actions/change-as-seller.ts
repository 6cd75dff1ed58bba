import type { SellerWrite } from '../../access/seller-write.ts';
import type { Outcome } from '../../idempotency/record.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { retryOnChange } from '../../kernel/retry-on-change.ts';
import type { Alert } from '../rules.ts';
import type { AlertStore, AlertWrite } from '../store.ts';

/** One seller's wish about one alert. */
export type SellerChange = SellerWrite<Alert | undefined>;

const mostRounds = 8;

/**
 * A seller's change of an alert: decided on what was read, written with all of that as conditions, and decided again on a
 * new read when something changed in between.
 *
 * @param decide throws the refusal that a seller can act upon.
 * @returns the alert as the change left it.
 * @throws AppError `not_found`, `unavailable`.
 */
export function changeAsSeller(
  store: Pick<AlertStore, 'save'>,
  { scope, now, use, read }: SellerChange,
  decide: (alert: Alert) => Promise<Omit<AlertWrite, 'seller' | 'before'>>,
): Promise<Alert> {
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The alert is changing too fast. Nothing was changed; try again.',
    read,
    async decide({ loaded: before }) {
      if (!before) throw new AppError('not_found', 'There is no such alert.');
      const write = { ...(await decide(before)), before };
      return { type: 'write', write, result: write.after };
    },
    save: (write) =>
      store.save(scope, {
        ...write,
        seller: { idempotency: use && { use, outcome: { alert: write.after, at: now } } },
      }),
  });
}

/**
 * The alert as the change left it, and when it was answered: that decides what can still be done. So the key's record holds
 * it: IDs, codes and times, but no words of others.
 */
export function fromOutcome(outcome: Outcome): { readonly alert: Alert; readonly at: EpochMilliseconds } {
  const alert = outcome['alert'] as Alert;
  // The first records were kept without it; the change gave the alert another status.
  return { alert, at: (outcome['at'] as EpochMilliseconds | undefined) ?? alert.changedAt };
}
