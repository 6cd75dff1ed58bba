import { AppError } from '../../kernel/errors.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { NewId } from '../../kernel/ids.ts';
import { requestWaiver } from '../../waivers/rules.ts';
import type { Waiver } from '../../waivers/rules.ts';
import type { Alert } from '../rules.ts';
import type { AlertStore } from '../store.ts';
import { stateOfSubject } from '../subject-rules.ts';
import { requestEvents } from './action-event.ts';
import type { RequestReason } from './action-event.ts';
import { changeAsSeller } from './change-as-seller.ts';
import type { SellerChange } from './change-as-seller.ts';
import { decideRequest } from './rules.ts';
import type { RequestType } from './rules.ts';
import type { SubjectStore } from './subject-store.ts';

export interface ActionDeps {
  readonly store: Pick<AlertStore, 'save'>;
  readonly newId: NewId;
}

export interface RequestDeps extends ActionDeps {
  readonly subjects: SubjectStore;
  /** Of the terms of waivers that are in force now. */
  readonly termsVersion: string;
}

export interface ActionRequest extends SellerChange {
  readonly type: RequestType;
  readonly reason: RequestReason;
  readonly now: EpochMilliseconds;
}

/**
 * Asks for an order's cancellation or a refund's rejection. Alert, waiver, totals, events and the key's record
 * are one transaction, which holds only while alert, order or refund, waiver and access are as they were read.
 *
 * @throws AppError `not_found`, `alert_not_open`, `order_not_cancellable` or `refund_not_rejectable`, `access_not_active`, `unavailable`.
 */
export async function requestAction(deps: RequestDeps, request: ActionRequest): Promise<Alert> {
  const { store, subjects, newId, termsVersion } = deps;
  const { scope, type, reason, now } = request;
  // Fixed before the first attempt: whatever is tried again is the same request.
  const ids = { action: newId(), change: newId() };
  return changeAsSeller(store, request, async (alert) => {
    const { told, waiver } = await subjects.read(scope, alert.subject);
    const by = scope.actor.id;
    const decision = decideRequest(alert, type, stateOfSubject(told), { now, by });
    if (decision.type === 'not_actionable') throw notActionable(type);
    const after = decision.type === 'change' ? waiverOf(alert, waiver, { now, by, termsVersion }) : undefined;
    if (decision.type !== 'change' || !after) throw alertNotOpen();
    return {
      after: decision.after,
      event: 'action_requested',
      events: requestEvents(ids, scope, { alert: decision.after, type, reason }, now),
      now,
      waiver: { before: waiver, after },
      seen: { subject: told },
    };
  });
}

/** The refusal of whatever needs an alert on which nobody has acted yet. */
export function alertNotOpen(): AppError {
  return new AppError('alert_not_open', 'The alert is not open: somebody has acted on it, or it has ended.');
}

function notActionable(type: RequestType): AppError {
  return type === 'cancel_order'
    ? new AppError('order_not_cancellable', 'There is no order of this alert that can be cancelled now.')
    : new AppError('refund_not_rejectable', 'There is no refund of this alert that can be rejected now.');
}

/** The waiver pending, with the tag as it is now as its proof; `undefined` when it is granted, and nothing is left to ask for. */
function waiverOf(
  alert: Alert,
  present: Waiver | undefined,
  { now, by, termsVersion }: { readonly now: EpochMilliseconds; readonly by: string; readonly termsVersion: string },
): Waiver | undefined {
  const { alertId, kind, subject, reasons, riskScore, flaggedAt } = alert;
  if (subject.type === 'outcome' || kind === 'fraud_outcome') return undefined;
  return requestWaiver(present, {
    subjectType: subject.type,
    subjectId: subject.id,
    tag: { kind, alertId, reasons, ...(riskScore === undefined ? {} : { riskScore }), flaggedAt },
    requestedAt: now,
    requestedBy: by,
    termsVersion,
  });
}
