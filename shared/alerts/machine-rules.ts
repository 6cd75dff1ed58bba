import { alertStatuses } from '../kernel/words/alerts.ts';
import type { AlertStatus } from '../kernel/words/alerts.ts';

/** The alert machine as data: states, what can happen, and where it leads. */
export const alertEvents = [
  /** The risk systems flag the order or refund, for the first time or again. */
  'flagged',
  'flag_withdrawn',
  /** A seller asks for the cancellation or rejection. */
  'action_requested',
  /** The order is cancelled, or the refund rejected, whoever asked for it. */
  'action_confirmed',
  'action_refused',
  /** Nobody answered a request in time. It may still be answered later. */
  'action_unanswered',
  /** A seller judges it. */
  'dismissed',
  /** The order has moved beyond cancelling, or the refund beyond rejecting. */
  'subject_closed',
  'deadline_passed',
] as const;
export type AlertEvent = (typeof alertEvents)[number];

/** What is true of an alert at the moment of an event. */
export interface Circumstances {
  readonly deadlineHasPassed: boolean;
  readonly subjectIsClosed: boolean;
  /** Withdrawn since the newest flag. */
  readonly flagIsWithdrawn: boolean;
  /** A request was made that nobody has answered. */
  readonly requestIsUnanswered: boolean;
}

interface Arrow {
  readonly to: AlertStatus;
  /** Without any: always. */
  readonly when?: keyof Circumstances;
}
type Row = Readonly<Partial<Record<AlertEvent, readonly Arrow[]>>>;

/** Where an alert goes once nobody works on it any more: the first that holds. */
const released: readonly Arrow[] = [
  { to: 'withdrawn', when: 'flagIsWithdrawn' },
  { to: 'expired', when: 'subjectIsClosed' },
  { to: 'expired', when: 'deadlineHasPassed' },
  { to: 'open' },
];
/** A late answer to a request counts even when the alert has ended meanwhile, and so does that there will be none: its waiver depends on it. */
const answeredLate: Row = {
  action_confirmed: [{ to: 'resolved', when: 'requestIsUnanswered' }],
};

/**
 * For each state and event the arrows, of which the first that holds is taken. Where there is none, the
 * event changes nothing, and a seller who asks for it is refused.
 */
export const transitions: Readonly<Record<AlertStatus, Row>> = {
  open: {
    flagged: released,
    flag_withdrawn: [{ to: 'withdrawn' }],
    action_requested: [{ to: 'action_requested' }],
    action_confirmed: [{ to: 'resolved' }],
    action_refused: [{ to: 'open', when: 'requestIsUnanswered' }],
    dismissed: [{ to: 'dismissed' }],
    subject_closed: [{ to: 'expired' }],
    deadline_passed: [{ to: 'expired', when: 'deadlineHasPassed' }],
  },
  action_requested: {
    flagged: [{ to: 'action_requested' }],
    flag_withdrawn: [{ to: 'action_requested' }],
    action_confirmed: [{ to: 'resolved' }],
    action_refused: released,
    action_unanswered: released,
    // Whether it came in time is for the order or refund service to say.
    subject_closed: [{ to: 'action_requested' }],
  },
  resolved: {},
  dismissed: {
    ...answeredLate,
    action_refused: [{ to: 'dismissed', when: 'requestIsUnanswered' }],
    subject_closed: [{ to: 'dismissed', when: 'requestIsUnanswered' }],
  },
  withdrawn: {
    flagged: released,
    ...answeredLate,
    action_refused: [{ to: 'withdrawn', when: 'requestIsUnanswered' }],
    subject_closed: [{ to: 'withdrawn', when: 'requestIsUnanswered' }],
  },
  expired: {
    flagged: released,
    ...answeredLate,
    action_refused: [{ to: 'expired', when: 'requestIsUnanswered' }],
    subject_closed: [{ to: 'expired', when: 'requestIsUnanswered' }],
  },
};

/** Events that only a seller causes: where they lead nowhere, the seller is told so. */
export const sellerEvents: readonly AlertEvent[] = ['action_requested', 'dismissed'];

/** Where an event leads, or `undefined` when it changes nothing. */
export function nextStatus(from: AlertStatus, event: AlertEvent, now: Circumstances): AlertStatus | undefined {
  return transitions[from][event]?.find(({ when }) => when === undefined || now[when])?.to;
}

/** States from which an event leads anywhere: the condition of the write that carries it out. */
export function statusesBefore(event: AlertEvent): readonly AlertStatus[] {
  return alertStatuses.filter((status) => (transitions[status][event] ?? []).length > 0);
}

checkMachine();

/** Stops the start of every function that knows alerts when the table is wrong: an arrow behind one that always holds is never taken. */
function checkMachine(): void {
  for (const status of alertStatuses) {
    for (const [event, arrows] of Object.entries(transitions[status])) {
      const always = arrows.findIndex(({ when }) => when === undefined);
      if (always >= 0 && always < arrows.length - 1)
        throw new Error(`Alerts: an arrow of ${status} on ${event} can never be taken.`);
    }
  }
}
