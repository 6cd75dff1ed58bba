import { platformScope } from '../../access/scope.ts';
import { shopDay } from '../../kernel/shop-day.ts';
import { fromTimestamp } from '../../kernel/clock.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdOf } from '../alert-id.ts';
import { severityOf } from '../rules.ts';
import type { Alert } from '../rules.ts';
import { fraudObjectTypes } from '../../kernel/words/alerts.ts';
import type { FraudOutcomeConfirmed } from '../../contracts/events/fraud-outcome-confirmed.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { OutcomeStore } from './outcome-store.ts';

export interface OutcomeDeps extends IngestDeps {
  readonly outcomes: OutcomeStore;
}

/**
 * Fraud that the platform has blocked: shown to shops with active access, and counted on the shop's day on which it
 * happened. An outcome is one alert and one count, however often it is told.
 */
export function recordOutcome({ alerts, outcomes, clock, newId }: OutcomeDeps) {
  return async (event: FraudOutcomeConfirmed): Promise<void> => {
    const scope = platformScope(event.shopId, 'fraud-outcome-consumer');
    const subject = { type: 'outcome', id: event.outcomeId } as const;
    const alertId = alertIdOf(scope.shopId, 'fraud_outcome', subject);
    const { access, isShown } = await outcomes.read(scope, alertId);
    if (access?.state !== 'active' || isShown) return;
    const now = clock.now();
    const occurredAt = fromTimestamp(event.occurredAt);
    const amount = event.protectedAmount;
    const after: Alert = {
      alertId,
      kind: 'fraud_outcome',
      status: 'resolved',
      revision: 1,
      subject,
      ...(event.subject.type === 'order' ? { orderId: event.subject.id } : {}),
      buyerId: event.buyerId,
      reasons: [],
      category: event.category,
      ...toFraudObject(event.subject),
      ...(amount ? { amount } : {}),
      severity: severityOf(amount ? { amount } : {}),
      flaggedAt: occurredAt,
      raisedAt: now,
      changedAt: now,
    };
    const { key: dayKey, date, endsAt } = shopDay(access, occurredAt);
    const counts = { [`fraud#${event.category}`]: 1 };
    // Refused means recorded meanwhile, by another delivery.
    await alerts.save(scope, {
      before: undefined,
      after,
      event: 'flagged',
      events: [alertEvent(newId(), scope, after, 'raised', now)],
      dayStats: { dayKey, date, endsAt, counts, ...(amount ? { amount } : {}) },
      now,
    });
  };
}

function toFraudObject({ type, id }: { readonly type: string; readonly id: string }): Pick<Alert, 'about'> {
  const known = fraudObjectTypes.find((one) => one === type);
  return known ? { about: { type: known, id } } : {};
}
