import { toTimestamp } from '../../kernel/clock.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { Waiver } from '../../waivers/rules.ts';
import { possibleActions } from '../actions/rules.ts';
import type { AlertAction, Surroundings } from '../actions/rules.ts';
import type { Alert } from '../rules.ts';
import { refusalText, toReasons } from '../../risk-reasons/rules.ts';

/** What is shown of an alert beside what it holds itself. */
export interface ReplyContext extends Surroundings {
  readonly now: EpochMilliseconds;
  /** Viewers only read. */
  readonly readsOnly?: boolean;
  /** By this shop, as this very buyer: a block that covers them through a link is told by nothing. */
  readonly isBlocked?: boolean;
  /** As the marketplace names the buyer now: never kept on the alert, since they may be renamed or erased. */
  readonly profile?: { readonly username: string; readonly avatarUrl: string } | undefined;
  readonly waiver?: Pick<Waiver, 'subjectType' | 'subjectId' | 'status'> | undefined;
}

/** An alert as the API shows it. That its buyer is linked to anybody is told by nothing in it. */
export function toAlertReply(alert: Alert, context: ReplyContext): Record<string, unknown> {
  const { profile, waiver, isBlocked } = context;
  const { alertId, kind, status, severity, subject, riskScore, amount, category, about, verdict, history } = alert;
  return {
    alertId,
    kind,
    status,
    revision: alert.revision,
    severity,
    subject,
    orderId: alert.orderId ?? (subject.type === 'order' ? subject.id : undefined),
    refundId: [subject, about].find((one) => one?.type === 'refund')?.id,
    buyer: { buyerId: alert.buyerId, username: profile?.username, avatarUrl: profile?.avatarUrl },
    isBlocked,
    reasons: toReasons(alert.reasons),
    riskScore,
    amount,
    category,
    about,
    respondBy: optionalTimestamp(alert.respondBy),
    flaggedAt: toTimestamp(alert.flaggedAt),
    raisedAt: toTimestamp(alert.raisedAt),
    changedAt: toTimestamp(alert.changedAt),
    lastAction: alert.lastAction && {
      ...alert.lastAction,
      requestedAt: toTimestamp(alert.lastAction.requestedAt),
      answeredAt: optionalTimestamp(alert.lastAction.answeredAt),
      refusalText: alert.lastAction.refusal && refusalText(alert.lastAction.refusal),
    },
    verdict,
    dismissedBy: alert.dismissedBy,
    history,
    waiver: waiver && { subjectType: waiver.subjectType, subjectId: waiver.subjectId, status: waiver.status },
    actions: actionsOf(alert, context),
  };
}

function actionsOf(alert: Alert, context: ReplyContext): readonly AlertAction[] {
  return context.readsOnly ? [] : possibleActions(alert, context, context.now);
}

function optionalTimestamp(at: EpochMilliseconds | undefined): string | undefined {
  return at === undefined ? undefined : toTimestamp(at);
}
