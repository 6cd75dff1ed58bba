import { ApiProblem } from '../../../clients/api-problem.ts';
import type { Act } from './action-rules.ts';

/** One answer to several alerts: what is to be done, and what has become of each. */

/** More at once nobody oversees, and a minute has only so many writes. */
export const mostAtOnce = 100;

/** `changed`: it is not as it was shown, so nothing was done. `unknown`: no answer came, and it may have been done. */
export type BulkState = 'queued' | 'running' | 'done' | 'changed' | 'refused' | 'unknown' | 'stopped';

export interface BulkRow {
  readonly alertId: string;
  readonly state: BulkState;
  /** Of the write: the same again is never done twice. */
  readonly key: string;
  /** Why it was refused, as the API codes it. */
  readonly code?: string | undefined;
}

export type BulkEvent =
  | { readonly type: 'began'; readonly alertIds: readonly string[]; readonly newKey: () => string }
  | { readonly type: 'row_began'; readonly alertId: string }
  | { readonly type: 'row_ended'; readonly alertId: string; readonly outcome: BulkOutcome }
  /** The person has had enough: what is under way goes on to its end. */
  | { readonly type: 'stopped' }
  /** Again for those that may succeed, or may have: with the keys that they had. */
  | { readonly type: 'again' };

export interface BulkOutcome {
  readonly state: 'done' | 'changed' | 'refused' | 'unknown';
  readonly code?: string | undefined;
}

/** @param wasSent the write; before that nothing can have happened. */
export function failureOf(error: unknown, wasSent: boolean): BulkOutcome {
  const problem = error instanceof ApiProblem ? error : undefined;
  if (problem?.code === 'precondition_failed') return { state: 'changed' };
  const mayHaveHappened = wasSent && problem?.mayHaveHappened !== false;
  return { state: mayHaveHappened ? 'unknown' : 'refused', code: problem?.code ?? 'internal' };
}

export function bulkReducer(rows: readonly BulkRow[], event: BulkEvent): readonly BulkRow[] {
  switch (event.type) {
    case 'began':
      return [...new Set(event.alertIds)]
        .slice(0, mostAtOnce)
        .map((alertId) => ({ alertId, state: 'queued', key: event.newKey() }));
    case 'row_began':
      return change(rows, event.alertId, ['queued'], { state: 'running' });
    case 'row_ended':
      return change(rows, event.alertId, ['running'], event.outcome);
    case 'stopped':
      return rows.map((row) => (row.state === 'queued' ? { ...row, state: 'stopped' } : row));
    case 'again':
      return rows.map(({ alertId, key, ...row }) =>
        canTryAgain(row) ? { alertId, key, state: 'queued' } : { alertId, key, ...row },
      );
  }
}

function change(
  rows: readonly BulkRow[],
  alertId: string,
  from: readonly BulkState[],
  to: BulkOutcome | { readonly state: 'running' },
): readonly BulkRow[] {
  return rows.map((row) => (row.alertId === alertId && from.includes(row.state) ? { ...row, ...to } : row));
}

const passing: ReadonlySet<string> = new Set(['too_many_requests', 'unavailable', 'unreachable', 'internal']);

export function canTryAgain({ state, code }: Pick<BulkRow, 'state' | 'code'>): boolean {
  if (state === 'unknown' || state === 'stopped') return true;
  return state === 'refused' && code !== undefined && passing.has(code);
}

export const isUnderWay = (rows: readonly BulkRow[]): boolean =>
  rows.some(({ state }) => state === 'queued' || state === 'running');

export function countsOf(rows: readonly BulkRow[]): Readonly<Record<BulkState, number>> {
  const counts = { queued: 0, running: 0, done: 0, changed: 0, refused: 0, unknown: 0, stopped: 0 };
  for (const { state } of rows) counts[state]++;
  return counts;
}

/** How many of the chosen alerts can be answered in each way. */
export function choicesOf(alerts: readonly { readonly actions: readonly string[] }[]): Readonly<Record<Act, number>> {
  const count = (act: Act): number => alerts.filter(({ actions }) => actions.includes(act)).length;
  return { cancel_order: count('cancel_order'), reject_refund: count('reject_refund'), dismiss: count('dismiss') };
}
