import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { BuyerId } from '../../kernel/ids.ts';
import { nextStatus, statusesBefore } from '../machine-rules.ts';
import { advance, circumstancesOf, isFlagged, severityOf } from '../rules.ts';
import type { Alert, AlertId, BuyerHistory, Flag, Money } from '../rules.ts';
import type { SubjectState } from '../../kernel/words/subjects.ts';
import { orderInsideBlock } from '../../kernel/words/alerts.ts';

/** What stands around a flag when it is worked on. */
export interface FlagSurroundings {
  /** Of the order or refund; one that has not been told of yet is `actionable`. */
  readonly state: SubjectState;
  readonly history: BuyerHistory;
  /** Flags up to this instant were taken back before they came, or since the alert ended. */
  readonly withdrawnAt: EpochMilliseconds | undefined;
}

/** More codes than that say nothing more to a seller; the newest are kept, and ours. */
const mostReasons = 50;

/** The alert that the first flag raises. It may have ended already: raised all the same, so that it can be looked up. */
export function raise(alertId: AlertId, flag: Flag, around: FlagSurroundings, now: EpochMilliseconds): Alert {
  const ours = flag.reasons.includes(orderInsideBlock);
  const taken = !ours && isWithdrawn(flag, around.withdrawnAt) ? around.withdrawnAt : undefined;
  const alert: Alert = {
    ...flag,
    alertId,
    status: 'open',
    revision: 1,
    severity: severityOf(flag),
    raisedAt: now,
    changedAt: now,
    history: around.history,
    ...(taken === undefined ? {} : { withdrawnAt: taken }),
    ...(around.state === 'closed' ? { subjectClosedAt: now } : {}),
  };
  const event = around.state === 'done' ? 'action_confirmed' : 'flagged';
  return { ...alert, status: nextStatus('open', event, circumstancesOf(alert, now)) ?? 'open' };
}

/**
 * The alert after a further flag, or `undefined` when that changes nothing: it is older than what is known or the same, or
 * the alert is over. What a newer flag does not say stays; two of one instant give the same in either order.
 */
export function flagAgain(
  before: Alert,
  flag: Flag,
  around: FlagSurroundings,
  now: EpochMilliseconds,
): Alert | undefined {
  if (isEnding(before, around)) return undefined;
  const ours = before.reasons.includes(orderInsideBlock);
  const withdrawnAt = latest(before.withdrawnAt, around.withdrawnAt);
  // Nothing of it would be left beside our own reason.
  if (ours && isWithdrawn(flag, withdrawnAt)) return undefined;
  const known = newestFlagAt(before);
  if (known !== undefined && flag.flaggedAt < known) return undefined;
  const said = known === flag.flaggedAt ? factsOfBoth(before, flag) : factsOfNewer(before, flag);
  if (known === flag.flaggedAt && isSame(said, before)) return undefined;
  const { respondBy: _respondBy, deadlineGivenAt: _givenAt, raisedThroughLink: _ours, ...rest } = before;
  const after: Alert = {
    ...rest,
    ...said,
    ...deadlineGiven(before, said.respondBy, now),
    flaggedAt: flag.flaggedAt,
    severity: severityOf(said),
    history: around.history,
    ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
  };
  return advance(stateKnown(after, around.state, now), 'flagged', now);
}

/** The alert with our own reason, or `undefined` when it has it, is over, or is about to end. Once: not again after it ended. */
export function addInsideBlock(
  before: Alert,
  flag: Flag,
  around: FlagSurroundings,
  now: EpochMilliseconds,
): Alert | undefined {
  if (before.reasons.includes(orderInsideBlock) || isEnding(before, around)) return undefined;
  const base = isWithdrawn(before, before.withdrawnAt) ? withoutRisk(before) : before;
  const amount = before.amount ?? flag.amount;
  const after: Alert = {
    ...base,
    // A flag can come before its order, and be wrong about it.
    buyerId: flag.buyerId,
    reasons: joined(base.reasons, flag.reasons),
    ...(amount ? { amount } : {}),
    severity: severityOf({ ...base, ...(amount ? { amount } : {}) }),
    history: around.history,
  };
  return advance(stateKnown(after, around.state, now), 'flagged', now);
}

/** The alert once its order or refund has told whose it is. Nothing else of it changes: it may have ended, too. */
export function aboutBuyer(before: Alert, buyerId: BuyerId, history: BuyerHistory): Alert {
  return { ...before, buyerId, history, revision: before.revision + 1 };
}

export type Withdrawal =
  | { readonly type: 'change'; readonly after: Alert }
  /** The alert stays, but a flag that it takes back may still come. */
  | { readonly type: 'remember' }
  | { readonly type: 'nothing' };

/** What a withdrawal of all flags up to `at` does to an alert. Our own reason is not theirs to take back. */
export function withdraw(before: Alert, at: EpochMilliseconds, now: EpochMilliseconds): Withdrawal {
  const known = newestFlagAt(before);
  if (known === undefined) return { type: 'remember' };
  if (at < known || at <= (before.withdrawnAt ?? 0)) return { type: 'nothing' };
  // Taken back already: a seller would be told of a change in which nothing changes.
  const after = isWithdrawn(before, before.withdrawnAt)
    ? undefined
    : advance({ ...before, withdrawnAt: at }, 'flag_withdrawn', now);
  if (!after) return { type: statusesBefore('flagged').includes(before.status) ? 'remember' : 'nothing' };
  if (!before.reasons.includes(orderInsideBlock)) return { type: 'change', after };
  return { type: 'change', after: { ...withoutRisk(after), status: before.status, changedAt: before.changedAt } };
}

/** The order is cancelled, or the refund rejected, and the event that said so is about to end the alert as it should. */
function isEnding(alert: Alert, { state }: FlagSurroundings): boolean {
  return state === 'done' && waitsForSomebody(alert);
}

function waitsForSomebody({ status }: Alert): boolean {
  return status === 'open' || status === 'action_requested';
}

/** When the deadline that is said now was given: just now where it is another one, or where the alert had ended. */
function deadlineGiven(
  before: Alert,
  respondBy: EpochMilliseconds | undefined,
  now: EpochMilliseconds,
): Pick<Alert, 'deadlineGivenAt'> {
  if (respondBy === undefined) return {};
  if (respondBy !== before.respondBy || !waitsForSomebody(before)) return { deadlineGivenAt: now };
  return before.deadlineGivenAt === undefined ? {} : { deadlineGivenAt: before.deadlineGivenAt };
}

function isWithdrawn({ flaggedAt }: Pick<Flag, 'flaggedAt'>, withdrawnAt: EpochMilliseconds | undefined): boolean {
  return withdrawnAt !== undefined && withdrawnAt >= flaggedAt;
}

/** When the risk systems last flagged it; `undefined` while only we did. */
function newestFlagAt(alert: Alert): EpochMilliseconds | undefined {
  return isFlagged(alert) ? alert.flaggedAt : undefined;
}

/** What is left once the risk systems have taken back what they said: our own reason, and the amount, which is a fact. */
function withoutRisk(alert: Alert): Alert {
  const { riskScore: _riskScore, respondBy: _respondBy, deadlineGivenAt: _givenAt, ...rest } = alert;
  const reasons = alert.reasons.filter((reason) => reason === orderInsideBlock);
  return { ...rest, reasons, severity: severityOf(rest.amount ? { amount: rest.amount } : {}) };
}

/** The order's or refund's state as it is now. `done` closes it too: it ended while nobody waited for it. */
function stateKnown(alert: Alert, state: SubjectState, now: EpochMilliseconds): Alert {
  if (state === 'closed' || state === 'done') return { subjectClosedAt: now, ...alert };
  const { subjectClosedAt: _subjectClosedAt, ...rest } = alert;
  return rest;
}

type Facts = Pick<Flag, 'reasons' | 'riskScore' | 'amount' | 'respondBy'>;

function factsOfNewer(before: Alert, flag: Flag): Facts {
  return facts(joined(flag.reasons, before.reasons), {
    riskScore: flag.riskScore ?? before.riskScore,
    amount: flag.amount ?? before.amount,
    // A deadline that had passed by then was that of an earlier flag.
    respondBy: flag.respondBy ?? ((before.respondBy ?? 0) > flag.flaggedAt ? before.respondBy : undefined),
  });
}

/** Neither is the newer: the graver of each. */
function factsOfBoth(before: Alert, flag: Flag): Facts {
  return facts(joined(before.reasons, flag.reasons), {
    riskScore: latest(before.riskScore, flag.riskScore),
    amount: larger(before.amount, flag.amount),
    respondBy: Math.min(before.respondBy ?? Infinity, flag.respondBy ?? Infinity),
  });
}

function facts(
  reasons: Facts['reasons'],
  { riskScore, amount, respondBy }: { [Name in 'riskScore' | 'amount' | 'respondBy']: Facts[Name] | undefined },
): Facts {
  return {
    reasons,
    ...(riskScore === undefined ? {} : { riskScore }),
    ...(amount === undefined ? {} : { amount }),
    ...(respondBy === undefined || respondBy === Infinity ? {} : { respondBy }),
  };
}

function isSame(one: Facts, other: Facts): boolean {
  return (
    one.reasons.length === other.reasons.length &&
    one.riskScore === other.riskScore &&
    one.amount === other.amount &&
    one.respondBy === other.respondBy
  );
}

/** Each once, the newer first and our own last. */
function joined(newer: readonly string[], older: readonly string[]): readonly string[] {
  const all = [...new Set([...newer, ...older])];
  const theirs = all.filter((reason) => reason !== orderInsideBlock).slice(0, mostReasons);
  return all.includes(orderInsideBlock) ? [...theirs, orderInsideBlock] : theirs;
}

function larger(one: Money | undefined, other: Money | undefined): Money | undefined {
  if (!one || !other) return one ?? other;
  return sortable(one) >= sortable(other) ? one : other;
}

/** Sorts as the amount does, to the last of its 24 digits, which a number would round; the currency decides between equal ones. */
function sortable({ value, currency }: Money): string {
  const [whole = '', fraction = ''] = value.split('.');
  return `${whole.padStart(18, '0')}.${fraction.padEnd(6, '0')}${currency}`;
}

function latest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.max(one, other);
}
