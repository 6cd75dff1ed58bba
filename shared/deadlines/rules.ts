import type { AlertEvent } from '../alerts/machine-rules.ts';
import type { AlertStatus } from '../kernel/words/alerts.ts';
import { advance, answerMilliseconds, giveUp } from '../alerts/rules.ts';
import type { Alert, LastAction } from '../alerts/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Settlement } from '../waivers/rules.ts';

/** What an instant is for: saying that the deadline is near, ending the alert, or taking a request for unanswered. */
export type DeadlinePurpose = 'announce' | 'respond' | 'answer';

export interface Deadline {
  readonly purpose: DeadlinePurpose;
  readonly at: EpochMilliseconds;
}

/** What an alert's deadlines follow from; its events tell the same. */
export interface TimedAlert {
  readonly status: AlertStatus;
  readonly raisedAt: EpochMilliseconds;
  readonly respondBy?: EpochMilliseconds | undefined;
  /** When that deadline was given, where a later flag than the first gave it. */
  readonly deadlineGivenAt?: EpochMilliseconds | undefined;
  /** The deadline that has been announced as near. */
  readonly announcedFor?: EpochMilliseconds | undefined;
  /** Of the request that waits for its answer. */
  readonly requestedAt?: EpochMilliseconds | undefined;
}

/** One thing that has become due, as the write that does it. */
export interface DueStep {
  readonly event: AlertEvent | 'announced';
  readonly change: 'deadline_near' | 'deadline_passed' | 'action_unanswered';
  readonly after: Alert;
  /** What it means for the waiver of the request. */
  readonly waiver?: Settlement;
}

const longestNotice = 24 * 3_600_000;
const shortestSpan = 10 * 60_000;

/**
 * A day before the deadline, or half way there when less time was given, counted from the flag that gave it. With less than ten
 * minutes in all, that flag itself says enough.
 */
export function announceAt({ raisedAt, respondBy, deadlineGivenAt }: TimedAlert): EpochMilliseconds | undefined {
  const givenAt = deadlineGivenAt ?? raisedAt;
  const span = (respondBy ?? givenAt) - givenAt;
  if (respondBy === undefined || span < shortestSpan) return undefined;
  return respondBy - Math.min(longestNotice, Math.floor(span / 2));
}

/** Every instant at which something becomes due for an alert that stays as it is; some may have passed. */
export function deadlinesOf(alert: TimedAlert): readonly Deadline[] {
  const { status, respondBy, announcedFor, requestedAt } = alert;
  if (status === 'action_requested')
    return requestedAt === undefined ? [] : [{ purpose: 'answer', at: requestedAt + answerMilliseconds }];
  if (status !== 'open' || respondBy === undefined) return [];
  const announced = announcedFor === respondBy ? undefined : announceAt(alert);
  return [
    ...(announced === undefined ? [] : [{ purpose: 'announce', at: announced } as const]),
    { purpose: 'respond', at: respondBy },
  ];
}

/** An alert as its deadlines see it. */
export function timesOf(alert: Alert): TimedAlert {
  return { ...alert, requestedAt: alert.lastAction?.requestedAt };
}

/** What is due for an alert now, whatever the schedule that asks was made for; `undefined` when nothing is. */
export function dueStep(alert: Alert, now: EpochMilliseconds): DueStep | undefined {
  const due = deadlinesOf(timesOf(alert)).filter(({ at }) => at <= now);
  const isDue = (purpose: DeadlinePurpose): boolean => due.some((one) => one.purpose === purpose);
  if (isDue('answer')) return unanswered(alert, now);
  if (isDue('respond')) return stepOf('deadline_passed', advance(alert, 'deadline_passed', now));
  if (isDue('announce') && alert.respondBy !== undefined) {
    const after = { ...alert, revision: alert.revision + 1, announcedFor: alert.respondBy };
    return { event: 'announced', change: 'deadline_near', after };
  }
  return undefined;
}

/** Whether an instant is one of the alert's deadlines and still to come. */
export function isStillToCome(alert: Alert, due: EpochMilliseconds, now: EpochMilliseconds): boolean {
  return due > now && deadlinesOf(timesOf(alert)).some(({ at }) => at === due);
}

function unanswered(alert: Alert, now: EpochMilliseconds): DueStep | undefined {
  if (!alert.lastAction) return undefined;
  const request: LastAction = { ...alert.lastAction, outcome: 'unanswered' };
  const givenUp = alert.subjectClosedAt === undefined ? undefined : giveUp(request, now);
  const asked: Alert = { ...alert, lastAction: givenUp ?? request };
  const step = stepOf('action_unanswered', advance(asked, 'action_unanswered', now));
  return step && givenUp ? { ...step, waiver: 'given_up' } : step;
}

function stepOf(event: 'deadline_passed' | 'action_unanswered', after: Alert | undefined): DueStep | undefined {
  return after && { event, change: event, after };
}
