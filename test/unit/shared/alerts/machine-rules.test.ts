import { describe, expect, it } from 'vitest';
import {
  alertEvents,
  nextStatus,
  sellerEvents,
  statusesBefore,
  transitions,
} from '../../../../shared/alerts/machine-rules.ts';
import type { AlertEvent, Circumstances } from '../../../../shared/alerts/machine-rules.ts';
import { alertStatuses } from '../../../../shared/kernel/words/alerts.ts';
import type { AlertStatus } from '../../../../shared/kernel/words/alerts.ts';

type Step = (now: Circumstances) => AlertStatus | undefined;

const released: Step = ({ flagIsWithdrawn, subjectIsClosed, deadlineHasPassed }) =>
  flagIsWithdrawn ? 'withdrawn' : subjectIsClosed || deadlineHasPassed ? 'expired' : 'open';
const to =
  (status: AlertStatus): Step =>
  () =>
    status;
const ifUnanswered =
  (status: AlertStatus): Step =>
  ({ requestIsUnanswered }) =>
    requestIsUnanswered ? status : undefined;

/** What the design says, once more and in other words than the machine's. */
const design: Readonly<Record<AlertStatus, Readonly<Partial<Record<AlertEvent, Step>>>>> = {
  open: {
    flagged: released,
    flag_withdrawn: to('withdrawn'),
    action_requested: to('action_requested'),
    action_confirmed: to('resolved'),
    action_refused: ifUnanswered('open'),
    dismissed: to('dismissed'),
    subject_closed: to('expired'),
    deadline_passed: ({ deadlineHasPassed }) => (deadlineHasPassed ? 'expired' : undefined),
  },
  action_requested: {
    flagged: to('action_requested'),
    flag_withdrawn: to('action_requested'),
    action_confirmed: to('resolved'),
    action_refused: released,
    action_unanswered: released,
    subject_closed: to('action_requested'),
  },
  resolved: {},
  dismissed: {
    action_confirmed: ifUnanswered('resolved'),
    action_refused: ifUnanswered('dismissed'),
    subject_closed: ifUnanswered('dismissed'),
  },
  withdrawn: {
    flagged: released,
    action_confirmed: ifUnanswered('resolved'),
    action_refused: ifUnanswered('withdrawn'),
    subject_closed: ifUnanswered('withdrawn'),
  },
  expired: {
    flagged: released,
    action_confirmed: ifUnanswered('resolved'),
    action_refused: ifUnanswered('expired'),
    subject_closed: ifUnanswered('expired'),
  },
};

const facts = ['deadlineHasPassed', 'subjectIsClosed', 'flagIsWithdrawn', 'requestIsUnanswered'] as const;
const allCircumstances = Array.from({ length: 2 ** facts.length }, (_, bits) =>
  Object.fromEntries(facts.map((fact, index) => [fact, ((bits >> index) & 1) === 1])),
) as unknown as readonly Circumstances[];

describe('the alert machine', () => {
  it('goes from each state by each event, in all circumstances, where the design says', () => {
    for (const status of alertStatuses)
      for (const event of alertEvents)
        for (const now of allCircumstances)
          expect(nextStatus(status, event, now), `${status}, ${event}, ${JSON.stringify(now)}`).toBe(
            design[status][event]?.(now),
          );
  });

  it('tells the states before an event as the design does', () => {
    for (const event of alertEvents)
      expect(statusesBefore(event), event).toEqual(alertStatuses.filter((status) => design[status][event]));
  });

  it('never moves an alert that is resolved, and lets a seller act on open ones alone', () => {
    expect(transitions.resolved).toEqual({});
    for (const event of sellerEvents) expect(statusesBefore(event)).toEqual(['open']);
  });
});
