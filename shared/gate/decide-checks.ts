import { toTimestamp } from '../kernel/clock.ts';
import type { Clock, EpochMilliseconds } from '../kernel/clock.ts';
import type { GateDecision } from '../contracts/http/gate.ts';
import type { StoppedCandidates } from '../contracts/messages/stopped-candidates.ts';
import { deadlineIn } from '../aws-json/deadline.ts';
import type { Deadline } from '../aws-json/deadline.ts';
import { buyerMessage } from './request-rules.ts';
import type { GateRequest } from './request-rules.ts';
import type { ReportedDenials } from './reported-denials.ts';
import { decideWithoutMarker, entriesToConfirm, isGated } from './rules.ts';
import type { Check, Verdict } from './rules.ts';
import { settle, sureDenial } from './settle.ts';
import { nameOf, stopOf, toCandidates } from './stop-candidates.ts';
import type { MarkedCheck } from './stop-candidates.ts';
import { readStoppedBefore } from './stopped-before.ts';
import type { RecentDenials } from './recent-denials.ts';
import type { Confirmation, GateStore } from './store.ts';

export interface GateDeps {
  readonly store: GateStore;
  readonly clock: Clock;
  /** Sends candidates of stopped orders to be counted; one call, however many. */
  readonly recordStops: (candidates: StoppedCandidates, deadline: Deadline) => Promise<void>;
  readonly reportedDenials: ReportedDenials;
  readonly recentDenials: RecentDenials;
  readonly metrics: GateMetrics;
  readonly failMode: 'open' | 'closed';
  /** From the call to the answer. */
  readonly deadlineMilliseconds: number;
}

/** What operators count and are alarmed by. */
export interface GateMetrics {
  count(name: 'degraded' | 'denied' | 'stop_not_recorded', by: number): void;
}

/**
 * Decides within the deadline, in the order asked. No marker: allowed after one read. A marker is
 * confirmed against the blocks it names and the shop's access; beside that, and never in its way, the candidates of stopped orders are recorded.
 * If all of them were stopped here before, all that takes is read at once: whoever is stopped still costs no further read.
 * Never rejects for the store: what it cannot say is answered by the failure contract, with `degraded: true`.
 */
export async function decideChecks(deps: GateDeps, request: GateRequest): Promise<GateDecision[]> {
  const deadline = deadlineIn(deps.deadlineMilliseconds);
  const now = deps.clock.now();
  const gated = request.checks.filter((check) => isGated(check.action));
  const stoppedStill = await readStoppedBefore(deps, gated, request.checkoutId, now, deadline);
  const unsettled = stoppedStill.size > 0 ? gated.filter((check) => !stoppedStill.has(nameOf(check))) : gated;
  const markerOf = unsettled.length > 0 ? await deps.store.markers(unsettled, deadline) : undefined;

  const markedChecks = new Map(stoppedStill);
  const verdicts = request.checks.map((check): Verdict | MarkedCheck => {
    const stopped = isGated(check.action) ? stoppedStill.get(nameOf(check)) : undefined;
    if (stopped) return stopped;
    const marker = isGated(check.action) ? markerOf?.(check) : undefined;
    if (!marker) return { decision: 'allow', reason: 'action_not_gated', degraded: false };
    if (marker.type === 'unread') return decideWithoutMarker(deps.failMode);
    const entries = entriesToConfirm(check.buyerId, marker.value, now);
    if (entries.length === 0) {
      deps.recentDenials.forget(check);
      return { decision: 'allow', reason: 'not_blocked', degraded: false };
    }
    const markedCheck = { check, entries, denial: undefined, stop: stopOf(check, request.checkoutId, now) };
    // Of checks that count as one order, the first amount counts.
    if (!markedChecks.get(nameOf(check))?.check.amount) markedChecks.set(nameOf(check), markedCheck);
    return markedCheck;
  });

  const confirmation =
    markedChecks.size > 0 ? await confirm(deps, [...markedChecks.values()], now, deadline) : undefined;
  const decided = verdicts.map((verdict) => {
    if (!('entries' in verdict)) return verdict;
    const { check, entries, denial } = verdict;
    const settled = denial ?? settle(check, entries, confirmation, now);
    remember(deps, verdict, settled);
    return settled;
  });
  countAll(deps.metrics, decided);
  const decidedAt = toTimestamp(now);
  return request.checks.map((check, index) => toDecision(check, decided[index] as Verdict, decidedAt));
}

/** Reads what is not settled yet, after the markers that name it. */
async function confirm(
  deps: GateDeps,
  markedChecks: readonly MarkedCheck[],
  now: EpochMilliseconds,
  deadline: Deadline,
): Promise<Confirmation | undefined> {
  const open = markedChecks.filter(({ denial }) => denial === undefined);
  const roots = open.flatMap(({ check, entries }) => entries.map(({ root }) => ({ shopId: check.shopId, root })));
  const [confirmation] = await Promise.all([
    roots.length > 0 ? deps.store.confirm(roots, deadline) : undefined,
    record(deps, markedChecks, now, deadline),
  ]);
  return confirmation;
}

async function record(
  deps: GateDeps,
  markedChecks: readonly MarkedCheck[],
  now: EpochMilliseconds,
  deadline: Deadline,
): Promise<void> {
  const fresh = markedChecks.filter(({ stop }) => !deps.reportedDenials.has(stop.name));
  if (fresh.length === 0) return;
  try {
    await deps.recordStops(toCandidates(fresh, now), deadline);
    for (const { stop } of fresh) stop.recorded = true;
  } catch {
    deps.metrics.count('stop_not_recorded', fresh.length);
  }
}

/** Only what was surely stopped: a candidate that was allowed counts for nothing, and the next one may. */
function remember(
  { reportedDenials, recentDenials }: GateDeps,
  { check, entries, stop }: MarkedCheck,
  verdict: Verdict,
): void {
  const denial = sureDenial(verdict);
  if (!denial) return recentDenials.forget(check);
  if (stop.recorded) reportedDenials.add(stop.name);
  const root = entries.find(({ blockId }) => blockId === denial.matched?.blockId)?.root;
  if (root !== undefined) recentDenials.remember(check, root);
}

function countAll(metrics: GateMetrics, verdicts: readonly Verdict[]): void {
  const degraded = verdicts.filter((verdict) => verdict.degraded).length;
  const denied = verdicts.filter((verdict) => verdict.decision === 'deny').length;
  if (degraded > 0) metrics.count('degraded', degraded);
  if (denied > 0) metrics.count('denied', denied);
}

function toDecision(check: Check, verdict: Verdict, decidedAt: string): GateDecision {
  return {
    shopId: check.shopId,
    buyerId: check.buyerId,
    action: check.action,
    decision: verdict.decision,
    reason: verdict.reason,
    ...(verdict.decision === 'deny' && verdict.matched ? { matched: verdict.matched } : {}),
    degraded: verdict.degraded,
    ...(verdict.decision === 'deny' ? { buyerMessage } : {}),
    decidedAt,
  };
}
