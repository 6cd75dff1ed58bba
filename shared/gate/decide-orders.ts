import { type Clock, type EpochMilliseconds, toTimestamp } from '../kernel/clock.ts';
import type { GateDecision, StoppedCandidates } from './contract.ts';
import { type Deadline, deadlineIn } from './deadline.ts';
import { buyerMessage, type GateRequest } from './request-rules.ts';
import type { RecordedStops } from './recorded-stops.ts';
import {
  type Check,
  decide,
  decideWithoutMarker,
  denyUnconfirmed,
  entriesToConfirm,
  isGated,
  type Marker,
  type Verdict,
} from './rules.ts';
import type { Confirmation, GateStore } from './store.ts';

export interface GateDeps {
  readonly store: GateStore;
  readonly clock: Clock;
  /** Sends candidates of stopped orders to be counted; one call, however many. */
  readonly recordStops: (candidates: StoppedCandidates, deadline: Deadline) => Promise<void>;
  readonly recordedStops: RecordedStops;
  readonly meter: GateMeter;
  readonly failMode: 'open' | 'closed';
  /** From the call to the answer. */
  readonly deadlineMilliseconds: number;
}

/** What operators count and are alarmed by. */
export interface GateMeter {
  count(name: 'degraded' | 'denied' | 'stop_not_recorded', by: number): void;
}

/** A check whose marker names blocks. */
interface Suspect {
  readonly check: Check;
  readonly entries: Marker['entries'];
  readonly stop: Stop;
}

/** An order that may be about to be stopped. */
interface Stop {
  /** What counts once: the checkout, or without one the hour. */
  readonly occasion: string;
  readonly name: string;
  recorded: boolean;
}

/**
 * Decides within the deadline, in the order asked. No marker: allowed after one read. A marker is
 * confirmed against the blocks it names and the shop's access; beside that, and never in its way, the candidates of stopped orders are recorded.
 * Never rejects for the store: what it cannot say is answered by the failure contract, with `degraded: true`.
 */
export async function decideOrders(deps: GateDeps, request: GateRequest): Promise<GateDecision[]> {
  const deadline = deadlineIn(deps.deadlineMilliseconds);
  const now = deps.clock.now();
  const gated = request.checks.filter((check) => isGated(check.action));
  const markerOf = gated.length > 0 ? await deps.store.markers(gated, deadline) : undefined;

  const suspects = new Map<string, Suspect>();
  const verdicts = request.checks.map((check): Verdict | Suspect => {
    const marker = isGated(check.action) ? markerOf?.(check) : undefined;
    if (!marker) return { decision: 'allow', reason: 'action_not_gated', degraded: false };
    if (marker.type === 'unread') return decideWithoutMarker(deps.failMode);
    const entries = entriesToConfirm(check.buyerId, marker.value, now);
    if (entries.length === 0) return { decision: 'allow', reason: 'not_blocked', degraded: false };
    const suspect = { check, entries, stop: stopOf(check, request.checkoutId, now) };
    suspects.set(`${check.shopId}|${check.buyerId}`, suspect);
    return suspect;
  });

  const confirmation = suspects.size > 0 ? await confirm(deps, [...suspects.values()], now, deadline) : undefined;
  const decided = verdicts.map((verdict) => {
    if (!('entries' in verdict)) return verdict;
    const settled = settle(verdict, confirmation, now);
    // Only what was surely stopped: a candidate that was allowed counts for nothing, and the next one may.
    if (verdict.stop.recorded && settled.decision === 'deny' && !settled.degraded)
      deps.recordedStops.add(verdict.stop.name);
    return settled;
  });
  meterAll(deps.meter, decided);
  const decidedAt = toTimestamp(now);
  return request.checks.map((check, index) => toDecision(check, decided[index] as Verdict, decidedAt));
}

async function confirm(
  deps: GateDeps,
  suspects: readonly Suspect[],
  now: EpochMilliseconds,
  deadline: Deadline,
): Promise<Confirmation> {
  const roots = suspects.flatMap(({ check, entries }) => entries.map(({ root }) => ({ shopId: check.shopId, root })));
  const [confirmation] = await Promise.all([
    deps.store.confirm(roots, deadline),
    record(deps, suspects, now, deadline),
  ]);
  return confirmation;
}

async function record(
  deps: GateDeps,
  suspects: readonly Suspect[],
  now: EpochMilliseconds,
  deadline: Deadline,
): Promise<void> {
  const fresh = suspects.filter(({ stop }) => !deps.recordedStops.has(stop.name));
  if (fresh.length === 0) return;
  try {
    await deps.recordStops(toCandidates(fresh, now), deadline);
    for (const { stop } of fresh) stop.recorded = true;
  } catch {
    deps.meter.count('stop_not_recorded', fresh.length);
  }
}

function settle({ check, entries }: Suspect, confirmation: Confirmation | undefined, now: EpochMilliseconds): Verdict {
  const access = confirmation?.accessIsActive(check.shopId);
  if (!confirmation || access?.type !== 'read') return denyUnconfirmed;
  if (!access.value) return decide(check.buyerId, [], { accessIsActive: false, blockOf: () => undefined }, now);
  const blocks = entries.map((entry) => [entry.root, confirmation.block(check.shopId, entry.root)] as const);
  const known = new Map(
    blocks.flatMap(([root, block]) => (block.type === 'read' ? [[root, block.value] as const] : [])),
  );
  const verdict = decide(check.buyerId, entries, { accessIsActive: true, blockOf: (root) => known.get(root) }, now);
  // One block that could not be read may be the live one.
  return verdict.decision === 'allow' && known.size < new Set(entries.map((entry) => entry.root)).size
    ? denyUnconfirmed
    : verdict;
}

const hour = 3_600_000;
/** Keeps 50 candidates within one SQS message. */
const mostBlocksRecorded = 20;

function stopOf(check: Check, checkoutId: string | undefined, now: EpochMilliseconds): Stop {
  const occasion = checkoutId === undefined ? `hour#${Math.floor(now / hour)}` : `checkout#${checkoutId}`;
  return { occasion, name: `${check.shopId}|${check.buyerId}|${occasion}`, recorded: false };
}

function toCandidates(suspects: readonly Suspect[], now: EpochMilliseconds): StoppedCandidates {
  const decidedAt = toTimestamp(now);
  return {
    version: 1,
    candidates: suspects.map(({ check, entries, stop }) => ({
      shopId: check.shopId,
      buyerId: check.buyerId,
      occasion: stop.occasion,
      decidedAt,
      blocks: entries.slice(0, mostBlocksRecorded).map(({ root, blockId }) => ({ root, blockId })),
    })),
  };
}

function meterAll(meter: GateMeter, verdicts: readonly Verdict[]): void {
  const degraded = verdicts.filter((verdict) => verdict.degraded).length;
  const denied = verdicts.filter((verdict) => verdict.decision === 'deny').length;
  if (degraded > 0) meter.count('degraded', degraded);
  if (denied > 0) meter.count('denied', denied);
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
