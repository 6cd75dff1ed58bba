import type { Schemas } from '../../../clients/seller-client.ts';
import { isOver } from './action-rules.ts';

type Alert = Schemas['Alert'];

/** What an alert is now, from the seller's side: a sentence each stands in the words under `alerts.story`. */
export type Story =
  | 'open'
  /** Open, to somebody who may not answer it. */
  | 'seen'
  | 'refused'
  | 'unanswered'
  | 'asked'
  | 'done'
  | 'settled'
  | 'dismissed'
  | 'withdrawn'
  | 'expired'
  | 'fraud';

export function storyOf(alert: Alert, now: number, mayAct: boolean): Story {
  const { kind, status, lastAction } = alert;
  if (kind === 'fraud_outcome') return 'fraud';
  if (status === 'action_requested') return 'asked';
  // Done without a request from here nothing is waived.
  if (status === 'resolved') return lastAction?.outcome === 'confirmed' ? 'done' : 'settled';
  if (status !== 'open') return status;
  if (isOver(alert, now)) return 'expired';
  if (!mayAct) return 'seen';
  return lastAction?.outcome === 'refused' || lastAction?.outcome === 'unanswered' ? lastAction.outcome : 'open';
}

export type StepType =
  | 'flagged'
  | 'happened'
  | 'asked'
  | 'confirmed'
  | 'refused'
  | 'unanswered'
  | 'settled'
  | 'dismissed'
  | 'withdrawn'
  | 'expired';

/** One thing that was done. Without `by` it was the marketplace. */
export interface Step {
  readonly type: StepType;
  readonly at: string;
  readonly by?: string | undefined;
}

/** What was done about an alert, as far as it knows itself, the first first. */
export function stepsOf(alert: Alert): readonly Step[] {
  const { kind, status, flaggedAt, changedAt, lastAction, dismissedBy } = alert;
  if (kind === 'fraud_outcome') return [{ type: 'happened', at: flaggedAt }];
  const steps: Step[] = [{ type: 'flagged', at: flaggedAt }];
  if (lastAction) {
    steps.push({ type: 'asked', at: lastAction.requestedAt, by: lastAction.requestedBy });
    if (lastAction.outcome !== 'pending' && lastAction.answeredAt !== undefined)
      steps.push({ type: lastAction.outcome, at: lastAction.answeredAt });
  }
  if (status === 'dismissed') steps.push({ type: 'dismissed', at: changedAt, by: dismissedBy });
  if (status === 'withdrawn' || status === 'expired') steps.push({ type: status, at: changedAt });
  if (status === 'resolved' && lastAction?.outcome !== 'confirmed') steps.push({ type: 'settled', at: changedAt });
  return steps.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
