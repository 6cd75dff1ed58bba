import { describe, expect, it } from 'vitest';
import { alertStatuses } from '../../../../shared/kernel/words/alerts.ts';
import type { AlertStatus } from '../../../../shared/kernel/words/alerts.ts';
import { answerMilliseconds } from '../../../../shared/alerts/rules.ts';
import type { Alert, LastAction } from '../../../../shared/alerts/rules.ts';
import { announceAt, deadlinesOf, dueStep, isStillToCome } from '../../../../shared/deadlines/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const asked: LastAction = { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'pending' };
const requested = (overrides: Partial<Alert> = {}) =>
  buildOrderAlert({ status: 'action_requested', lastAction: asked, ...overrides });

describe('the announcement of a deadline', () => {
  it.each([
    ['a day before it', 3 * day, 2 * day],
    ['half way when less than two days were given', 6 * hour, 3 * hour],
    ['exactly a day before it when two were given', 2 * day, day],
    ['half way of the shortest span', 10 * minute, 5 * minute],
  ])('comes %s', (_, given, after) => {
    expect(announceAt(buildOrderAlert({ respondBy: noon + given }))).toBe(noon + after);
  });

  it.each([
    ['half way from the flag that gave it', 3 * hour, 1.5 * hour],
    ['a day before it where two were given by then', 2 * day, day],
  ])('of a deadline that came with a later flag comes %s', (_, given, after) => {
    const deadlineGivenAt = noon + 3 * day;
    const alert = buildOrderAlert({ deadlineGivenAt, respondBy: deadlineGivenAt + given });
    expect(announceAt(alert)).toBe(deadlineGivenAt + after);
    expect(dueStep(alert, deadlineGivenAt + after - 1)).toBeUndefined();
    expect(dueStep(alert, deadlineGivenAt + after)?.change).toBe('deadline_near');
  });

  it('is left out where the later flag left hardly any time', () => {
    const deadlineGivenAt = noon + 3 * day;
    const alert = buildOrderAlert({ deadlineGivenAt, respondBy: deadlineGivenAt + 9 * minute });
    expect(deadlinesOf(alert)).toEqual([{ purpose: 'respond', at: alert.respondBy }]);
  });

  it('is left out when hardly any time was given, or there is no deadline', () => {
    expect(announceAt(buildOrderAlert({ respondBy: noon + 10 * minute - 1 }))).toBeUndefined();
    expect(announceAt(buildOrderAlert({ respondBy: noon - 1 }))).toBeUndefined();
    expect(announceAt({ status: 'open', raisedAt: noon })).toBeUndefined();
  });
});

describe('deadlines of an alert', () => {
  it('are the announcement and the deadline while it is open', () => {
    expect(deadlinesOf(buildOrderAlert())).toEqual([
      { purpose: 'announce', at: noon + hour / 2 },
      { purpose: 'respond', at: noon + hour },
    ]);
  });

  it('hold no announcement that was made, but one for a deadline that has moved', () => {
    const announced = buildOrderAlert({ announcedFor: noon + hour });
    expect(deadlinesOf(announced)).toEqual([{ purpose: 'respond', at: noon + hour }]);
    expect(deadlinesOf({ ...announced, respondBy: noon + 2 * hour })).toHaveLength(2);
  });

  it('are the end of the wait while a request has no answer', () => {
    expect(deadlinesOf({ ...requested(), requestedAt: noon })).toEqual([
      { purpose: 'answer', at: noon + answerMilliseconds },
    ]);
  });

  it.each(
    alertStatuses.filter((status) => !['open', 'action_requested'].includes(status)),
  )('are none when %s', (status) => {
    expect(deadlinesOf(buildOrderAlert({ status, lastAction: asked }))).toEqual([]);
  });
});

describe('what is due', () => {
  const stepAt = (alert: Alert, now: number) => {
    const step = dueStep(alert, now);
    return step && [step.change, step.after.status];
  };

  it('is nothing before the first deadline', () => {
    expect(dueStep(buildOrderAlert(), noon + hour / 2 - 1)).toBeUndefined();
    expect(dueStep(requested(), noon + answerMilliseconds - 1)).toBeUndefined();
  });

  it('is the announcement, once', () => {
    const step = dueStep(buildOrderAlert(), noon + hour / 2);
    expect(step).toMatchObject({
      event: 'announced',
      change: 'deadline_near',
      after: { status: 'open', revision: 2, announcedFor: noon + hour, changedAt: noon },
    });
    expect(step && dueStep(step.after, noon + hour / 2)).toBeUndefined();
  });

  it('is the end of an open alert whose deadline has passed, announced or not', () => {
    expect(stepAt(buildOrderAlert(), noon + hour)).toEqual(['deadline_passed', 'expired']);
    expect(stepAt(buildOrderAlert({ announcedFor: noon + hour }), noon + 9 * day)).toEqual([
      'deadline_passed',
      'expired',
    ]);
  });

  it.each([
    ['open while there is time', { respondBy: noon + hour }, 'open'],
    ['open without a deadline', {}, 'open'],
    ['expired past the deadline', { respondBy: noon + answerMilliseconds }, 'expired'],
    ['expired when the order moved on meanwhile', { respondBy: noon + hour, subjectClosedAt: noon + 1 }, 'expired'],
    ['withdrawn when the flag was', { respondBy: noon + hour, withdrawnAt: noon + 1 }, 'withdrawn'],
  ])('gives up on a request without an answer: %s', (_, overrides, status) => {
    const { respondBy: _removed, ...bare } = requested();
    const step = dueStep({ ...bare, ...overrides }, noon + answerMilliseconds);
    expect(step).toMatchObject({
      event: 'action_unanswered',
      after: { status, revision: 2, lastAction: { ...asked, outcome: 'unanswered' } },
    });
  });

  it.each(
    alertStatuses.filter((status): status is AlertStatus => !['open', 'action_requested'].includes(status)),
  )('is nothing, ever, when %s', (status) => {
    expect(dueStep(buildOrderAlert({ status, lastAction: asked }), noon + 99 * day)).toBeUndefined();
  });

  it('tells an early question from one about a deadline that no longer is', () => {
    const alert = buildOrderAlert();
    expect(isStillToCome(alert, noon + hour, noon + hour - 1)).toBe(true);
    expect(isStillToCome(alert, noon + hour, noon + hour)).toBe(false);
    expect(isStillToCome(alert, noon + hour + 1, noon)).toBe(false);
    expect(isStillToCome({ ...alert, status: 'resolved' }, noon + hour, noon)).toBe(false);
  });
});
