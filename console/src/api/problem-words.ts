import { ApiProblem } from '../../../clients/api-problem.ts';
import type { WordKey } from '../words/word-keys.ts';

export interface ProblemWords {
  readonly title: WordKey;
  readonly text: WordKey;
  readonly requestId?: string | undefined;
  /** Whether the same again can succeed. */
  readonly canRetry: boolean;
}

/** Those whose words are their own; any other is "something went wrong". */
const known = [
  'access_not_active',
  'already_blocked',
  'already_exempt',
  'alert_not_open',
  'block_list_full',
  'buyer_not_found',
  'complaint_not_possible',
  'daily_block_limit_reached',
  'exempt_list_full',
  'forbidden',
  'not_found',
  'not_restorable',
  'order_not_cancellable',
  'precondition_failed',
  'refund_not_rejectable',
  'too_many_requests',
  'unauthenticated',
  'unavailable',
  'unreachable',
  'username_ambiguous',
  'username_mismatch',
  'validation_failed',
] as const;
const passing: ReadonlySet<string> = new Set(['too_many_requests', 'unavailable', 'unreachable', 'internal']);

/** What happened, in a few words, by the code of a problem. */
export function problemTitle(code: string | undefined): WordKey {
  return `problems.${known.find((one) => one === code) ?? 'other'}.title`;
}

/** What to say about a read that failed: what happened, and what to do. */
export function problemWords(error: unknown): ProblemWords {
  const problem = error instanceof ApiProblem ? error : undefined;
  const code = known.find((one) => one === problem?.code) ?? 'other';
  return {
    title: `problems.${code}.title`,
    text: `problems.${code}.text`,
    requestId: problem?.requestId,
    canRetry: problem === undefined || passing.has(problem.code) || problem.status === 500,
  };
}

/** What became of a write that failed. */
export function outcomeWord(error: unknown): WordKey {
  return error instanceof ApiProblem && !error.mayHaveHappened ? 'problems.nothingChanged' : 'problems.mayHaveChanged';
}
