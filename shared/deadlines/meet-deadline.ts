import { platformScope } from '../access/scope.ts';
import { alertEvent } from '../alerts/alert-event.ts';
import type { AlertStore } from '../alerts/store.ts';
import { type Clock, fromTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { rounds } from '../kernel/retry-on-change.ts';
import type { Table } from '../table/client.ts';
import { readSettlement } from '../waivers/read-settlement.ts';
import type { AlertDeadline } from '../contracts/events/deadlines.ts';
import { dueStep, isStillToCome } from './rules.ts';

export interface DeadlineDeps {
  readonly table: Table;
  readonly store: AlertStore;
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
export function meetDeadline({ table, store, clock, newId }: DeadlineDeps): (message: AlertDeadline) => Promise<void> {
  return async ({ shopId, alertId, due }) => {
    const scope = platformScope(shopId, 'deadlines');
    const eventId = newId();
    const now = clock.now();
    for (const _round of rounds(mostRounds)) {
      const before = await store.read(scope, alertId);
      if (!before) return;
      const step = dueStep(before, now);
      if (!step) {
        if (!isStillToCome(before, fromTimestamp(due), now)) return;
        throw new AppError('unavailable', 'Asked before the deadline.');
      }
      const { event, change, after } = step;
      // The waiver of a request that nobody answered stays pending while the order may still be cancelled for it.
      const waiver = await readSettlement(table, shopId, before.subject, step.waiver, now);
      const events = [alertEvent(eventId, scope, after, change, now)];
      if (await store.save(scope, { before, after, event, events, now, waiver })) return;
    }
    throw new AppError('unavailable', 'The alert is changing too fast. Nothing was changed; try again.');
  };
}
