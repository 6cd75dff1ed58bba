import type { ShopScope } from '../../access/scope.ts';
import type { BuyerId } from '../../kernel/ids.ts';
import { retryOnChange } from '../../kernel/retry-on-change.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdAbout } from '../alert-id.ts';
import type { ActionableSubject } from '../alert-id.ts';
import type { Alert } from '../rules.ts';
import type { AlertWrite } from '../store.ts';
import { buyerHistory } from './buyer-history-rules.ts';
import { aboutBuyer } from './flag-rules.ts';
import type { FlagStore } from './flag-store.ts';
import type { IngestDeps } from './ingest-deps.ts';

export interface CorrectionDeps extends IngestDeps {
  readonly flags: Pick<FlagStore, 'readCounts' | 'readLinkedHistory'>;
}

const mostRounds = 10;

/**
 * The alert of an order or refund, if there is one, about the buyer whose order or refund it is: a flag that came first may have
 * named another, and the order or refund is the truth. To be called once that is recorded: no flag of another buyer gets
 * in from then on. Whatever the alert's status, and whether or not the shop still has access.
 *
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export function readAlertAbout(
  { alerts, flags, clock, newId }: CorrectionDeps,
  scope: ShopScope,
  subject: ActionableSubject,
  buyerId: BuyerId,
): Promise<Alert | undefined> {
  const alertId = alertIdAbout(scope.shopId, subject);
  const eventId = newId();
  const now = clock.now();
  return retryOnChange<Alert | undefined, AlertWrite, Alert | undefined>({
    read: () => alerts.readSettled(scope, alertId),
    async decide(before) {
      if (!before || before.buyerId === buyerId) return { type: 'end', result: before };
      const [counts, linked] = await Promise.all([
        flags.readCounts(scope, buyerId),
        flags.readLinkedHistory(scope, buyerId),
      ]);
      // Its order or refund is counted by now, and the alert is not: so far it was counted as another buyer's.
      const after = aboutBuyer(before, buyerId, buyerHistory(counts, linked));
      const events = [alertEvent(eventId, scope, after, 'buyer_corrected', now)];
      return { type: 'write', write: { before, after, event: 'buyer_corrected', events, now }, result: after };
    },
    save: (write) => alerts.save(scope, write),
    mostRounds,
    changesTooFast: 'The alert changes too fast. Nothing was changed; deliver it again.',
  });
}
