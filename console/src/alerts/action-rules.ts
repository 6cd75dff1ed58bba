import type { Schemas } from '../../../clients/seller-client.ts';

type Alert = Schemas['Alert'];

/** What a seller can decide about an alert; blocking its buyer has a page of its own. */
export type Act = 'cancel_order' | 'reject_refund' | 'dismiss';

export const cancellationReasons = ['suspected_fraud', 'order_abuse', 'reseller_abuse', 'other'] as const;
export const rejectionReasons = ['suspected_fraud', 'malicious_refund', 'other'] as const;
export const verdicts = ['false_positive', 'accepted_risk'] as const;

/** A decision with what belongs to it. */
export type Choice =
  | { readonly act: 'cancel_order'; readonly reason?: (typeof cancellationReasons)[number] | undefined }
  | { readonly act: 'reject_refund'; readonly reason?: (typeof rejectionReasons)[number] | undefined }
  | { readonly act: 'dismiss'; readonly verdict: (typeof verdicts)[number] };

/** What acts upon the subject of each kind. */
export const requestOf = {
  security_alert_order: 'cancel_order',
  risk_refund: 'reject_refund',
  fraud_outcome: undefined,
} as const satisfies Record<Alert['kind'], Act | undefined>;

/** In texts: `{of, select, order {…} other {…}}`. */
export const subjectWord = ({ kind }: Pick<Alert, 'kind'>): 'order' | 'refund' =>
  kind === 'risk_refund' ? 'refund' : 'order';

/** Past its deadline an alert can no longer be answered, whatever its status says for a minute. */
export function isOver({ status, respondBy }: Pick<Alert, 'status' | 'respondBy'>, now: number): boolean {
  return status === 'open' && respondBy !== undefined && Date.parse(respondBy) <= now;
}

export function canAct(alert: Alert, act: Act | 'block_buyer', now: number): boolean {
  return alert.actions.includes(act) && (act === 'block_buyer' || !isOver(alert, now));
}

/** The one thing to do in its row. */
export function quickAct(alert: Alert, now: number): Act | undefined {
  const request = requestOf[alert.kind];
  return request && canAct(alert, request, now) ? request : undefined;
}

/** What happened to an alert between what a seller saw and what is so now, in the words that matter to them. */
export type Difference =
  | { readonly type: 'asked'; readonly by: string; readonly at: string }
  | { readonly type: 'dismissed'; readonly by?: string | undefined; readonly at: string }
  | { readonly type: 'ended'; readonly status: 'resolved' | 'withdrawn' | 'expired'; readonly at: string }
  | { readonly type: 'refused' | 'unanswered' | 'severity' | 'deadline' | 'reasons' | 'other' };

export function differenceBetween(before: Alert, after: Alert): Difference | undefined {
  if (before.revision === after.revision) return undefined;
  const { status, changedAt: at, lastAction } = after;
  if (status === 'action_requested' && lastAction)
    return { type: 'asked', by: lastAction.requestedBy, at: lastAction.requestedAt };
  if (status === 'dismissed') return { type: 'dismissed', by: after.dismissedBy, at };
  if (status !== 'open' && status !== 'action_requested') return { type: 'ended', status, at };
  const answered = lastAction?.answeredAt !== before.lastAction?.answeredAt;
  if (answered && lastAction?.outcome === 'refused') return { type: 'refused' };
  if (answered && lastAction?.outcome === 'unanswered') return { type: 'unanswered' };
  if (before.respondBy !== after.respondBy) return { type: 'deadline' };
  if (before.severity !== after.severity) return { type: 'severity' };
  const codes = ({ reasons }: Alert): string => reasons.map(({ code }) => code).join(' ');
  return { type: codes(before) === codes(after) ? 'other' : 'reasons' };
}

/** What the page shows, with what an action has answered: that leaves out name, picture and whether the buyer is blocked. */
export function withAnswer(shown: Alert, answer: Alert): Alert {
  if (answer.revision < shown.revision) return shown;
  const actions = answer.actions.filter((action) => action !== 'block_buyer' || shown.isBlocked !== true);
  const { isBlocked } = shown;
  return { ...answer, buyer: shown.buyer, actions, ...(isBlocked !== undefined && { isBlocked }) };
}
