import { platformScope } from '../../access/scope.ts';
import type { RiskFlagWithdrawn } from '../../contracts/events/risk-flag-withdrawn.ts';
import type { Envelope } from '../../events/inbound.ts';
import { fromTimestamp } from '../../kernel/clock.ts';
import { retryOnChange } from '../../kernel/retry-on-change.ts';
import type { Decision } from '../../kernel/retry-on-change.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdAbout } from '../alert-id.ts';
import type { AlertWrite } from '../store.ts';
import { withdraw } from './flag-rules.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { WithdrawalSituation, WithdrawalStore } from './withdrawal-store.ts';

export interface WithdrawalDeps extends IngestDeps {
  readonly withdrawals: WithdrawalStore;
}

const mostRounds = 10;

/**
 * Takes back the flags on an order or refund up to an instant: the alert ends, unless a later flag holds it or a seller has
 * acted. A withdrawal of flags that may still come is remembered. It ends alerts of shops without access, too, but is remembered only for others.
 *
 * @throws AppError `unavailable` when something keeps changing: deliver it again.
 */
export function withdrawFlag({ alerts, withdrawals, clock, newId }: WithdrawalDeps) {
  return async (event: RiskFlagWithdrawn, { time }: Envelope): Promise<void> => {
    const scope = platformScope(event.shopId, 'flag-withdrawal-consumer');
    const alertId = alertIdAbout(scope.shopId, event.subject);
    // The envelope tells no more than the second: a flag of the same one is more likely meant than not.
    const at = event.withdrawnAt === undefined ? time + 999 : fromTimestamp(event.withdrawnAt);
    const eventId = newId();
    const now = clock.now();
    const change = (before: AlertWrite['before'], after: AlertWrite['after']): AlertWrite => {
      const events = [alertEvent(eventId, scope, after, 'flag_withdrawn', now)];
      return { before, after, event: 'flag_withdrawn', events, now };
    };
    await retryOnChange<WithdrawalSituation, AlertWrite | 'remember', void>({
      read: () => withdrawals.read(scope, alertId),
      decide({ alert, withdrawnAt, accessIsActive }) {
        if (!alert && !accessIsActive) return nothing;
        const outcome = alert ? withdraw(alert, at, now) : ({ type: 'remember' } as const);
        if (outcome.type === 'change') return write(change(alert, outcome.after));
        const isRemembered = (withdrawnAt ?? 0) >= at;
        return outcome.type === 'nothing' || isRemembered ? nothing : write('remember');
      },
      save: (what, seen) =>
        what === 'remember' ? withdrawals.remember(scope, alertId, seen, { at, now }) : alerts.save(scope, what),
      mostRounds,
      changesTooFast: 'The alert changes too fast. Nothing was changed; deliver it again.',
    });
  };
}

const nothing = { type: 'end', result: undefined } as const;

function write(what: AlertWrite | 'remember'): Decision<AlertWrite | 'remember', void> {
  return { type: 'write', write: what, result: undefined };
}
