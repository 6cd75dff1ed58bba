import { expect } from 'vitest';
import type { GateDecision } from '../../../shared/contracts/http/gate.ts';
import type { StoppedCandidates } from '../../../shared/contracts/messages/stopped-candidates.ts';
import type { GateDeps } from '../../../shared/gate/decide-checks.ts';
import { gateHandler } from '../../../shared/gate/handler.ts';
import { createGateStore } from '../../../shared/gate/store.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { readWithGateClient } from '../engines/gate-readers.ts';
import { buildContext } from '../items/lambda-context.ts';

/**
 * The gate over a real table, with a deadline that a slow machine keeps too; stops are kept instead of sent. Whatever it has
 * come to know of earlier questions, one that has just started is asked the same, and has to agree.
 */
export function buildGate(table: Table, clock: Clock, overrides: Partial<GateDeps> = {}) {
  const stops: StoppedCandidates[] = [];
  const deps = {
    store: createGateStore(readWithGateClient(table)),
    clock,
    recordStops: async (candidates: StoppedCandidates) => {
      stops.push(candidates);
    },
    metrics: { count: () => undefined },
    failMode: 'open',
    deadlineMilliseconds: 60_000,
    ...overrides,
  } as const;
  const handler = gateHandler(deps);
  const raw = async (event: unknown) => (await handler(event, buildContext())) as Readonly<Record<string, unknown>>;
  /** Asks for each `<shop>/<buyer>` whether they may place an order. */
  async function ask(...places: readonly string[]): Promise<readonly GateDecision[]> {
    const checks = places.map((place) => ({ shopId: place.split('/')[0], buyerId: place.split('/')[1] }));
    const request = { checkoutId: 'checkout-1', checks };
    const decisions = decisionsOf(await raw(request));
    const justStarted = gateHandler({ ...deps, recordStops: () => Promise.resolve() });
    expect(decisionsOf(await justStarted(request, buildContext())).map(withoutMatch)).toEqual(
      decisions.map(withoutMatch),
    );
    return decisions;
  }
  return {
    stops,
    raw,
    ask,
    decisions: async (...places: readonly string[]) => (await ask(...places)).map(({ decision }) => decision),
  };
}

function decisionsOf(answer: unknown): readonly GateDecision[] {
  return (answer as { readonly decisions: readonly GateDecision[] }).decisions;
}

/** Of two live blocks, either may be the one that is named. */
function withoutMatch({ matched: _, ...decision }: GateDecision): object {
  return decision;
}
