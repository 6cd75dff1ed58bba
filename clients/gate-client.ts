import { setTimeout as sleep } from 'node:timers/promises';
import { problemOf } from './api-problem.ts';
import { decisionsIn, isCallersOwn, timeForAttempt, waitBeforeAnother, withoutAnswer } from './gate-rules.ts';
import type { GateDecision, GateLimits, GateRequest } from './gate-rules.ts';
import type { AskGate, GateAnswer } from './gate-transports.ts';
import { keepConnections } from './kept-connections.ts';
import type { Connections } from './kept-connections.ts';

export interface GateClientOptions extends Partial<GateLimits> {
  /** `gateOverHttp(…)` or `gateByInvoke(…)`. */
  readonly ask: AskGate;
  /** What is decided where the gate gives no answer in time: `open` allows the order. */
  readonly failMode: 'open' | 'closed';
  /** Called with every answer that is degraded, for a counter and an alarm: blocked buyers may be ordering. */
  readonly onDegraded: (degraded: DegradedAnswer) => void;
  /** One client's own without it. */
  readonly connections?: Connections;
}

export interface DegradedAnswer {
  readonly decisions: readonly GateDecision[];
  /** What became of each attempt; the last one of a gate that answered by its own failure contract is 200. */
  readonly attempts: readonly FailedAttempt[];
}

export interface FailedAttempt {
  /** HTTP's; 0 where no answer came. */
  readonly status: number;
  readonly milliseconds: number;
  /** To be given to operations. */
  readonly requestId?: string | undefined;
  readonly error?: unknown;
}

export interface GateClient {
  /**
   * A decision on each check, in their order, within the deadline, whatever the state of the gate.
   * @throws ApiProblem where the request itself is wrong (`validation_failed`, `payload_too_large`).
   */
  decide(request: GateRequest): Promise<readonly GateDecision[]>;
  /** Closes connections that wait. */
  close(): void;
}

/** The gate answers in 150 ms by default; the way there, and back through API Gateway, has the rest. */
const defaults: GateLimits = { deadlineMilliseconds: 500, attemptMilliseconds: 230 };

/** What an order service asks before each new order. */
export function createGateClient(options: GateClientOptions): GateClient {
  const connections = options.connections ?? keepConnections();
  const limits = { ...defaults, ...options };
  return {
    decide: (request) => decide({ ...options, connections, limits }, request),
    close: () => connections.close(),
  };
}

type Parts = GateClientOptions & { readonly connections: Connections; readonly limits: GateLimits };

async function decide(parts: Parts, request: GateRequest): Promise<readonly GateDecision[]> {
  const body = JSON.stringify(request);
  const began = performance.now();
  const attempts: FailedAttempt[] = [];
  for (;;) {
    const milliseconds = timeForAttempt(parts.limits, attempts.length, performance.now() - began);
    if (milliseconds === undefined) break;
    const { answer, ...attempt } = await askOnce(parts, body, milliseconds);
    if (isCallersOwn(attempt.status)) throw await toProblem(answer, attempt.status);
    const decisions = attempt.status === 200 ? decisionsIn(request, answer?.body) : undefined;
    attempts.push(attempt);
    if (decisions !== undefined) return reported(parts, decisions, attempts);
    const pause = waitBeforeAnother(attempt.status, Math.random());
    if (pause === undefined) break;
    if (pause > 0) await sleep(pause);
  }
  return reported(parts, withoutAnswer(request, parts.failMode, new Date().toISOString()), attempts);
}

async function askOnce(
  { ask, connections }: Parts,
  body: string,
  milliseconds: number,
): Promise<FailedAttempt & { readonly answer?: GateAnswer }> {
  const began = performance.now();
  const spent = () => Math.round(performance.now() - began);
  const signal = AbortSignal.timeout(Math.ceil(milliseconds));
  try {
    // Credentials, too, may take for ever.
    const answer = await Promise.race([ask(body, connections, signal), aborted(signal)]);
    return { status: answer.status, milliseconds: spent(), requestId: answer.requestId, answer };
  } catch (error) {
    return { status: 0, milliseconds: spent(), error };
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function reported(
  { onDegraded }: Parts,
  decisions: readonly GateDecision[],
  attempts: readonly FailedAttempt[],
): readonly GateDecision[] {
  if (decisions.some(({ degraded }) => degraded)) {
    try {
      onDegraded({ decisions, attempts });
    } catch {
      // No order waits for somebody else's counter.
    }
  }
  return decisions;
}

function toProblem(answer: GateAnswer | undefined, status: number): ReturnType<typeof problemOf> {
  return problemOf(new Response(JSON.stringify(answer?.body ?? {}), { status }));
}
