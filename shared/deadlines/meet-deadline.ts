import { platformScope } from '../access/scope.ts';
import { alertEvent } from '../alerts/alert-event.ts';
import type { Alert } from '../alerts/rules.ts';
import type { AlertStore, AlertWrite } from '../alerts/store.ts';
import type { AlertDeadline } from '../contracts/messages/alert-deadline.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { readSettlement } from '../waivers/read-settlement.ts';
import type { WaiverStore } from '../waivers/store.ts';
import { dueStep, isStillToCome } from './rules.ts';

export interface DeadlineDeps {
  readonly alerts: Pick<AlertStore, 'read' | 'save'>;
  readonly waivers: Pick<WaiverStore, 'read'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

const mostRounds = 5;

/**
 * Does what is due for an alert by its own clock, so that a schedule that fires late, twice, or for a deadline that
 * has moved does no harm. An alert ages whether or not its shop still has access.
 *
 * @throws AppError `unavailable` when asked before the deadline (clocks differ), or when others keep changing the alert: to be asked again.
 */
export function meetDeadline({ alerts, waivers, clock, newId }: DeadlineDeps) {
  return ({ shopId, alertId, due }: AlertDeadline): Promise<void> => {
    const scope = platformScope(shopId, 'deadlines');
    const eventId = newId();
    const now = clock.now();
    return retryOnChange<Alert | undefined, AlertWrite, void>({
      read: () => alerts.read(scope, alertId),
      async decide(before) {
        if (!before) return nothing;
        const step = dueStep(before, now);
        if (!step) {
          if (!isStillToCome(before, fromTimestamp(due), now)) return nothing;
          throw new AppError('unavailable', 'Asked before the deadline.');
        }
        const { event, change, after } = step;
        // The waiver of a request that nobody answered stays pending while the order may still be cancelled for it.
        const waiver = await readSettlement(waivers, scope, before.subject, step.waiver, now);
        const events = [alertEvent(eventId, scope, after, change, now)];
        return { type: 'write', write: { before, after, event, events, now, waiver }, result: undefined };
      },
      save: (write) => alerts.save(scope, write),
      mostRounds,
      changesTooFast: 'The alert is changing too fast. Nothing was changed; try again.',
    });
  };
}

const nothing = { type: 'end', result: undefined } as const;
