import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { BuyerId, EventId, ShopId } from '../kernel/ids.ts';
import { nextStatus } from './machine-rules.ts';
import type { AlertEvent, Circumstances } from './machine-rules.ts';
import type { AlertStatus } from '../kernel/words/alerts.ts';
import { orderInsideBlock } from '../kernel/words/alerts.ts';
import type { fraudObjectTypes } from '../kernel/words/alerts.ts';

export type AlertKind = 'security_alert_order' | 'risk_refund' | 'fraud_outcome';
export type Severity = 'low' | 'medium' | 'high';
export type AlertId = string;

/** Decimal string and ISO 4217 code. */
export interface Money {
  readonly value: string;
  readonly currency: string;
}

/** What an alert is about. */
export interface Subject {
  readonly type: 'order' | 'refund' | 'outcome';
  readonly id: string;
}

/** What a fraud was done with. Of no other type: an account, or a device, would name whom the seller may not learn of. */
export interface FraudObject {
  readonly type: (typeof fraudObjectTypes)[number];
  readonly id: string;
}

/** The buyer's history in this shop when the newest flag came, the flagged order or refund included. Counts only: no linked account is named. */
export interface BuyerHistory {
  readonly orders: number;
  readonly cancellations: number;
  readonly refunds: number;
  readonly earlierAlerts: number;
  readonly linkedAccounts: number;
  /** Alerts that linked accounts caused in this shop. */
  readonly linkedAlerts: number;
}

/** The newest request of a seller, and what became of it. */
export interface LastAction {
  readonly type: 'cancel_order' | 'reject_refund';
  readonly requestedAt: EpochMilliseconds;
  readonly requestedBy: string;
  readonly outcome: 'pending' | 'confirmed' | 'refused' | 'unanswered';
  readonly answeredAt?: EpochMilliseconds;
  /** Of a refusal, the order or refund service's code. */
  readonly refusal?: string;
  /** When the order or refund was known to have moved on without an answer: the waiver is void then. */
  readonly givenUpAt?: EpochMilliseconds;
}

export type Verdict = 'false_positive' | 'accepted_risk';

export interface Alert {
  readonly alertId: AlertId;
  readonly kind: AlertKind;
  readonly status: AlertStatus;
  /** Grows by one with each write; a write holds only on the one it was decided on. */
  readonly revision: number;
  readonly subject: Subject;
  readonly orderId?: string;
  readonly buyerId: BuyerId;
  /** Raised by us for another account's block, and never flagged since: for counting who flagged, and nothing else. */
  readonly raisedThroughLink?: true;
  /** Codes of the risk systems, e.g. `high_cancellation_rate`; and `order_inside_block` of our own. */
  readonly reasons: readonly string[];
  /** 0 to 100. */
  readonly riskScore?: number;
  readonly amount?: Money;
  readonly severity: Severity;
  readonly respondBy?: EpochMilliseconds;
  /** When that deadline was given, where a later flag gave it: else with the first. */
  readonly deadlineGivenAt?: EpochMilliseconds;
  /** Of a fraud outcome: its category, e.g. `malicious_refund`. */
  readonly category?: string;
  /** Of a fraud outcome: what it was done with, where that is the shop's own to see. */
  readonly about?: FraudObject;
  /** When the risk systems saw it; of a fraud outcome, when it happened. */
  readonly flaggedAt: EpochMilliseconds;
  /** When it first stood here. */
  readonly raisedAt: EpochMilliseconds;
  /** When its status last changed. */
  readonly changedAt: EpochMilliseconds;
  readonly withdrawnAt?: EpochMilliseconds;
  readonly subjectClosedAt?: EpochMilliseconds;
  readonly lastAction?: LastAction;
  /** Of the newest refusals: one that is delivered again may not answer a later request. */
  readonly refusalIds?: readonly EventId[];
  readonly verdict?: Verdict;
  /** Who judged so. */
  readonly dismissedBy?: string;
  readonly history?: BuyerHistory;
  /** The deadline that has been announced as near. */
  readonly announcedFor?: EpochMilliseconds;
}

export function versionOf({ alertId, revision }: Alert): EntityVersion {
  return { id: alertId, revision };
}

/** What a flag says, of whichever kind. */
export interface Flag
  extends Pick<
    Alert,
    | 'subject'
    | 'orderId'
    | 'buyerId'
    | 'raisedThroughLink'
    | 'reasons'
    | 'riskScore'
    | 'amount'
    | 'respondBy'
    | 'flaggedAt'
  > {
  readonly kind: Exclude<AlertKind, 'fraud_outcome'>;
}

/** How long a request may stay unanswered. */
export const answerMilliseconds = 15 * 60_000;

/** Whether the risk systems have ever flagged it, taken back since or not. Until then it is we alone who raised it. */
export function isFlagged({ reasons, withdrawnAt }: Pick<Alert, 'reasons' | 'withdrawnAt'>): boolean {
  return withdrawnAt !== undefined || reasons.some((reason) => reason !== orderInsideBlock);
}

/** What is true of an alert at an instant. */
export function circumstancesOf(alert: Alert, now: EpochMilliseconds): Circumstances {
  return {
    deadlineHasPassed: alert.respondBy !== undefined && alert.respondBy <= now,
    subjectIsClosed: alert.subjectClosedAt !== undefined,
    flagIsWithdrawn:
      alert.withdrawnAt !== undefined &&
      alert.withdrawnAt >= alert.flaggedAt &&
      !alert.reasons.includes(orderInsideBlock),
    requestIsUnanswered: alert.lastAction?.outcome === 'unanswered',
  };
}

/** The alert after an event, or `undefined` when it changes nothing. What the event brought must stand in `alert` already. */
export function advance(alert: Alert, event: AlertEvent, now: EpochMilliseconds): Alert | undefined {
  const status = nextStatus(alert.status, event, circumstancesOf(alert, now));
  if (status === undefined) return undefined;
  return { ...alert, status, revision: alert.revision + 1, changedAt: status === alert.status ? alert.changedAt : now };
}

/** A request that nobody has answered, once its order or refund has moved on: nothing is left to wait for. `undefined` for any other. */
export function giveUp(request: LastAction | undefined, now: EpochMilliseconds): LastAction | undefined {
  return request?.outcome === 'unanswered' && request.givenUpAt === undefined
    ? { ...request, givenUpAt: now }
    : undefined;
}

/**
 * How much it matters. The score decides; a large amount lifts it by one step. Without a score
 * a flag is `medium`: the risk systems thought it worth telling.
 */
export function severityOf({ riskScore, amount }: Pick<Flag, 'riskScore' | 'amount'>): Severity {
  const steps: readonly Severity[] = ['low', 'medium', 'high'];
  const byScore = riskScore === undefined ? 1 : riskScore >= 80 ? 2 : riskScore >= 50 ? 1 : 0;
  return steps[Math.min(2, byScore + (isLarge(amount) ? 1 : 0))] ?? 'high';
}

/** 200 of a currency's units: about what a seller feels. For a currency whose unit is worth little, ten thousand. */
function isLarge(amount: Money | undefined): boolean {
  if (!amount) return false;
  const unitsAreSmall = ['IDR', 'VND', 'JPY', 'KRW', 'CLP', 'COP', 'HUF', 'PYG', 'NGN', 'LBP'].includes(
    amount.currency,
  );
  return Number(amount.value) >= (unitsAreSmall ? 10_000 : 200);
}

/** Names one alert: whatever is flagged again, twice or late is the same. To be digested into the ID. */
export function alertName(shopId: ShopId, kind: AlertKind, subject: Subject): string {
  return [shopId, kind, subject.type, subject.id].join('#');
}
