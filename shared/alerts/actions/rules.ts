import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { advance, circumstancesOf } from '../rules.ts';
import type { Alert, AlertKind, Verdict } from '../rules.ts';
import type { SubjectState } from '../../kernel/words/subjects.ts';

export type RequestType = 'cancel_order' | 'reject_refund';
export type AlertAction = RequestType | 'dismiss' | 'block_buyer';

/** What a seller can ask for about each kind of alert; fraud outcomes are over when they are told. */
const requestsOf: Readonly<Record<AlertKind, RequestType | undefined>> = {
  security_alert_order: 'cancel_order',
  risk_refund: 'reject_refund',
  fraud_outcome: undefined,
};

/** What is known of an alert beyond itself; what is not known stands in nobody's way. */
export interface Surroundings {
  readonly subject?: SubjectState;
  readonly buyerCanBeBlocked?: boolean;
}

/** A seller can work on it. Past its deadline they cannot, whenever the schedule that ends it fires. */
export function isOpen(alert: Alert, now: EpochMilliseconds): boolean {
  return alert.status === 'open' && !circumstancesOf(alert, now).deadlineHasPassed;
}

/** What a seller can do about an alert now. */
export function possibleActions(
  alert: Alert,
  { subject = 'actionable', buyerCanBeBlocked = true }: Surroundings,
  now: EpochMilliseconds,
): readonly AlertAction[] {
  const open = isOpen(alert, now);
  const request = requestsOf[alert.kind];
  return [
    ...(open && request && subject === 'actionable' ? [request] : []),
    ...(open ? (['dismiss'] as const) : []),
    ...(buyerCanBeBlocked ? (['block_buyer'] as const) : []),
  ];
}

export type Decision =
  | { readonly type: 'change'; readonly after: Alert }
  | { readonly type: 'alert_not_open' }
  /** The alert is about something else, or its order or refund is beyond it. */
  | { readonly type: 'not_actionable' };

/** A seller asks for the cancellation or rejection. */
export function decideRequest(
  alert: Alert,
  type: RequestType,
  subject: SubjectState,
  { now, by }: { readonly now: EpochMilliseconds; readonly by: string },
): Decision {
  if (!isOpen(alert, now)) return { type: 'alert_not_open' };
  if (requestsOf[alert.kind] !== type || subject !== 'actionable') return { type: 'not_actionable' };
  const lastAction = { type, requestedAt: now, requestedBy: by, outcome: 'pending' } as const;
  return changed(advance({ ...alert, lastAction }, 'action_requested', now));
}

/** A seller judges the alert and wants to do nothing about it. */
export function decideDismissal(
  alert: Alert,
  verdict: Verdict,
  { now, by }: { readonly now: EpochMilliseconds; readonly by: string },
): Decision {
  if (!isOpen(alert, now)) return { type: 'alert_not_open' };
  return changed(advance({ ...alert, verdict, dismissedBy: by }, 'dismissed', now));
}

function changed(after: Alert | undefined): Decision {
  return after ? { type: 'change', after } : { type: 'alert_not_open' };
}
