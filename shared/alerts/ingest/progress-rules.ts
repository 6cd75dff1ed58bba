import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { EventId } from '../../kernel/ids.ts';
import type { Settlement } from '../../waivers/rules.ts';
import { advance, giveUp } from '../rules.ts';
import type { Alert, LastAction } from '../rules.ts';
import type { SubjectState } from '../../kernel/words/subjects.ts';

/** One step of an alert that the order or refund service caused. */
export interface Progress {
  readonly event: 'action_confirmed' | 'subject_closed' | 'action_refused';
  /** As its event calls it: nothing was confirmed where nobody had asked. */
  readonly change: Progress['event'] | 'subject_settled';
  readonly after: Alert;
  /** What it means for the waiver of a seller's request, if there was one. */
  readonly waiver?: Settlement;
}

/** What the state of its order or refund does to an alert; `undefined` when nothing. */
export function followSubject(alert: Alert, state: SubjectState, now: EpochMilliseconds): Progress | undefined {
  if (state === 'done') return confirmed(alert, now);
  if (state !== 'closed') return undefined;
  const lastAction = giveUp(alert.lastAction, now);
  // A flag may have found it closed before its own event came here: what nobody answered is still to be given up.
  if (alert.subjectClosedAt !== undefined && !lastAction) return undefined;
  const closed: Alert = { subjectClosedAt: now, ...alert, ...(lastAction ? { lastAction } : {}) };
  const after = advance(closed, 'subject_closed', now);
  return (
    after && { event: 'subject_closed', change: 'subject_closed', after, ...(lastAction ? { waiver: 'given_up' } : {}) }
  );
}

/** Resolves it, whoever asked for the cancellation or rejection: a seller who did has their waiver. */
function confirmed(alert: Alert, now: EpochMilliseconds): Progress | undefined {
  const after = advance(alert, 'action_confirmed', now);
  if (!after) return undefined;
  const request = unansweredRequest(alert);
  if (!request) return { event: 'action_confirmed', change: 'subject_settled', after };
  const lastAction: LastAction = { ...request, outcome: 'confirmed', answeredAt: now };
  return {
    event: 'action_confirmed',
    change: 'action_confirmed',
    after: { ...after, lastAction },
    waiver: 'confirmed',
  };
}

/** That the order or refund service did not do what a seller asked for. */
export interface Refusal {
  readonly eventId: EventId;
  /** It was published within the second that begins here. */
  readonly time: EpochMilliseconds;
  /** Code. */
  readonly reason: string;
}

/** As many as a seller may be refused before one of them is delivered again. */
const mostRefusals = 20;

/**
 * What a refusal does to an alert; `undefined` when it answers none of its requests. A refusal does not say which request it is
 * about, and can come late or twice: what was published before the newest request, or has answered an earlier one, is about that.
 */
export function followRefusal(alert: Alert, refusal: Refusal, now: EpochMilliseconds): Progress | undefined {
  const request = unansweredRequest(alert);
  if (!request || refusal.time + 999 < request.requestedAt) return undefined;
  const refusalIds = alert.refusalIds ?? [];
  if (refusalIds.includes(refusal.eventId)) return undefined;
  const after = advance(alert, 'action_refused', now);
  if (!after) return undefined;
  return {
    event: 'action_refused',
    change: 'action_refused',
    after: {
      ...after,
      lastAction: { ...request, outcome: 'refused', answeredAt: now, refusal: refusal.reason },
      refusalIds: [...refusalIds, refusal.eventId].slice(-mostRefusals),
    },
    waiver: 'refused',
  };
}

function unansweredRequest({ lastAction }: Alert): LastAction | undefined {
  return lastAction?.outcome === 'pending' || lastAction?.outcome === 'unanswered' ? lastAction : undefined;
}
