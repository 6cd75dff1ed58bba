import type { components } from './generated/service-api.ts';

/** What is decided about a call of the gate before and after it is made: time is an argument, nothing is called. */

export type GateRequest = components['schemas']['GateRequest'];
type AnsweredDecision = components['schemas']['GateDecision'];

/** A decision of the gate; or of this client, where the gate gave no answer in time. */
export type GateDecision = Omit<AnsweredDecision, 'reason'> & {
  readonly reason: AnsweredDecision['reason'] | 'gate_unanswered';
};

export interface GateLimits {
  /** For a whole call, repetitions among it. */
  readonly deadlineMilliseconds: number;
  /** For one attempt: longer than the gate's own deadline, and what the way adds. */
  readonly attemptMilliseconds: number;
}

/** The first is one of them. More would only load a gate that is in trouble. */
const mostAttempts = 3;
/** An attempt with less time would be in vain: one read and the way take as long. */
const leastMilliseconds = 20;
/** A decision is a read, so that everything is repeated that can succeed. 0: no answer came. */
const repeated: ReadonlySet<number> = new Set([0, 429, 500, 502, 503, 504]);
/** The request itself is wrong: its caller has to know, whatever the gate's state. */
const callersOwn: ReadonlySet<number> = new Set([400, 413]);

/** @returns milliseconds for the next attempt, or nothing where there is none. */
export function timeForAttempt(limits: GateLimits, attempts: number, elapsed: number): number | undefined {
  const left = limits.deadlineMilliseconds - elapsed;
  return attempts >= mostAttempts || left < leastMilliseconds ? undefined : Math.min(left, limits.attemptMilliseconds);
}

/** @param random from 0 up to 1. @returns milliseconds before another attempt, or nothing where it would answer the same. */
export function waitBeforeAnother(status: number, random: number): number | undefined {
  if (!repeated.has(status)) return undefined;
  return status === 0 ? 0 : Math.round(5 + random * 20);
}

export function isCallersOwn(status: number): boolean {
  return callersOwn.has(status);
}

/** The decisions in an answer, or nothing where it is not the answer to this request. */
export function decisionsIn(request: GateRequest, body: unknown): readonly GateDecision[] | undefined {
  const decisions = isRecord(body) ? body['decisions'] : undefined;
  if (!Array.isArray(decisions) || decisions.length !== request.checks.length) return undefined;
  const fits = request.checks.every((check, index) => answers(decisions[index], check));
  return fits ? (decisions as GateDecision[]) : undefined;
}

function answers(decision: unknown, { shopId, buyerId }: GateRequest['checks'][number]): boolean {
  if (!isRecord(decision) || decision['shopId'] !== shopId || decision['buyerId'] !== buyerId) return false;
  return decision['decision'] === 'allow' || decision['decision'] === 'deny';
}

/** The words of the gate for every denial; order services also use them for refusals of their own. */
export const buyerMessage = 'This order cannot be placed right now. Please contact customer support.';

/**
 * The failure contract, carried on to where the gate itself cannot be reached: what nothing is known about is allowed, or denied
 * by configuration, and says so. Only new orders are ever denied.
 */
export function withoutAnswer(request: GateRequest, failMode: 'open' | 'closed', at: string): readonly GateDecision[] {
  return request.checks.map(({ shopId, buyerId, action = 'place_order' }) => {
    const check = { shopId, buyerId, action, decidedAt: at };
    if (action !== 'place_order')
      return { ...check, decision: 'allow', reason: 'action_not_gated', degraded: false } as const;
    const unanswered = { reason: 'gate_unanswered', degraded: true } as const;
    if (failMode === 'open') return { ...check, decision: 'allow', ...unanswered } as const;
    return { ...check, decision: 'deny', ...unanswered, buyerMessage } as const;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
