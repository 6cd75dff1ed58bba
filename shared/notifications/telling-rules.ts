import type { Access } from '../access/rules.ts';
import type { Alert } from '../alerts/rules.ts';
import { announceAt } from '../deadlines/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { quietPeriod } from './quiet-rules.ts';
import { digestDue, noticeCause } from './rules.ts';
import type { AlertNews } from './rules.ts';
import { deliveryOf } from './settings-rules.ts';
import type { NotificationSettings } from './settings-rules.ts';

/** What decides when a shop is told. */
export interface TellingTimes {
  readonly now: EpochMilliseconds;
  readonly settings: NotificationSettings;
  readonly zones: Pick<Access, 'timeZone' | 'nextTimeZone'>;
  /** How long notices are collected for one digest, and where the shop's windows begin. */
  readonly windowMilliseconds: number;
  readonly offset: EpochMilliseconds;
}

/** One cause for telling a shop of an alert, and when the message is due. */
export interface Telling {
  readonly cause: string;
  readonly due: EpochMilliseconds;
}

/** Alerts of one moment share a message, also where each is told at once. */
export const atOnceMilliseconds = 20_000;
/** So long before quiet hours the last message leaves, since people have to act on it and mails take their time. */
export const leadMilliseconds = 15 * 60_000;
/** A deadline so soon behind quiet hours is as one inside them: who is told at their end cannot meet it. */
export const marginMilliseconds = 60 * 60_000;

/**
 * What an alert's event gives a shop to be told: its own cause, and beside it a reminder where the deadline, and the
 * notice that it is near, would fall into quiet hours. The reminder is that notice, ahead of its time: it is told once.
 *
 * @param alert as it is now.
 */
export function tellingsOf(news: AlertNews, alert: Alert | undefined, times: TellingTimes): readonly Telling[] {
  const delivery = alert && deliveryOf(times.settings, alert);
  if (!alert || delivery === 'off') return [];
  const cause = alert.kind === 'fraud_outcome' ? fraudCause(news) : noticeCause(news, alert);
  const base =
    delivery === 'at_once'
      ? digestDue(times.now, atOnceMilliseconds, 0)
      : digestDue(times.now, times.windowMilliseconds, times.offset);
  const reminder = reminderDue(alert, times);
  return [
    ...(cause === undefined ? [] : [{ cause, due: outsideQuietHours(base, alert.respondBy, times) }]),
    ...(reminder === undefined ? [] : [{ cause: `near.${alert.respondBy}`, due: reminder }]),
  ];
}

/** It needs no action: it is told as it stands, once. */
function fraudCause({ change }: AlertNews): string | undefined {
  return change === 'raised' ? change : undefined;
}

/** When the next message is due, where the one before has already been sent. */
export function nextDue(due: EpochMilliseconds, alert: Alert | undefined, times: TellingTimes): EpochMilliseconds {
  return outsideQuietHours(due + times.windowMilliseconds, alert?.respondBy, times);
}

/** Never inside quiet hours: behind them, or before them where the deadline does not wait. */
function outsideQuietHours(
  due: EpochMilliseconds,
  deadline: EpochMilliseconds | undefined,
  { now, settings, zones, offset }: TellingTimes,
): EpochMilliseconds {
  const period = quietPeriod(settings.quietHours, zones, due);
  if (!period) return due;
  const behind = period.to + offset;
  if (deadline === undefined || deadline > period.to + marginMilliseconds || now >= period.from) return behind;
  return beforeQuietHours(period.from, now);
}

function reminderDue(alert: Alert, { now, settings, zones }: TellingTimes): EpochMilliseconds | undefined {
  const { respondBy, announcedFor, status } = alert;
  if (status !== 'open' || respondBy === undefined || announcedFor === respondBy) return undefined;
  const period =
    quietPeriod(settings.quietHours, zones, respondBy) ??
    quietPeriod(settings.quietHours, zones, respondBy - marginMilliseconds);
  const announced = announceAt(alert);
  if (!period || announced === undefined || now >= period.from) return undefined;
  return announced < period.from - leadMilliseconds ? undefined : beforeQuietHours(period.from, now);
}

function beforeQuietHours(from: EpochMilliseconds, now: EpochMilliseconds): EpochMilliseconds {
  return Math.max(from - leadMilliseconds, Math.min(digestDue(now, atOnceMilliseconds, 0), from));
}
