import type { SellerWrite } from '../access/seller-write.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { exemptionEndedEvent } from './exemption-event.ts';
import type { Exemption } from './rules.ts';
import type { ExemptionStore } from './store.ts';

/** Colleagues who change the list at once let each other wait: one of them gets further each round. */
const mostRounds = 12;

/**
 * Takes a buyer off the exempt list: from this answer on blocks through links stop them again.
 *
 * @throws AppError `not_found` when the buyer is not exempt, `unavailable`.
 */
export function removeExemption(
  { store, newId }: { readonly store: Pick<ExemptionStore, 'remove'>; readonly newId: NewId },
  { scope, now, use, read }: SellerWrite<Exemption | undefined>,
): Promise<Exemption> {
  const eventId = newId();
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The exempt list is changing too fast. Nothing was changed; try again.',
    read,
    decide({ loaded }) {
      const exemption = standing(loaded);
      return { type: 'write', write: exemption, result: exemption };
    },
    save(exemption) {
      const event = exemptionEndedEvent({ eventId, scope, at: now }, exemption, 'removed');
      const { buyerId, exemptionId } = exemption;
      return store.remove(scope, { exemption, event }, use && { use, outcome: { buyerId, exemptionId } }, now);
    },
  });
}

/**
 * The exemption, if there is one.
 *
 * @throws AppError `not_found` otherwise.
 */
export function standing(exemption: Exemption | undefined): Exemption {
  if (!exemption) throw new AppError('not_found', 'This buyer is not on the exempt list.');
  return exemption;
}
