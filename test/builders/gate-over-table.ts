import type { GateDecision, StoppedCandidates } from '../../shared/gate/contract.ts';
import type { GateDeps } from '../../shared/gate/decide-orders.ts';
import { gateHandler } from '../../shared/gate/handler.ts';
import { createGateStore } from '../../shared/gate/store.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import type { Table } from '../../shared/table/client.ts';
import { readWithGateClient } from './gate-readers.ts';
import { buildContext } from './lambda-context.ts';

/** The gate over a real table, with a deadline that a slow machine keeps too; stops are kept instead of sent. */
export function buildGate(table: Table, clock: Clock, overrides: Partial<GateDeps> = {}) {
  const stops: StoppedCandidates[] = [];
  const handler = gateHandler({
    store: createGateStore(readWithGateClient(table)),
    clock,
    recordStops: async (candidates) => {
      stops.push(candidates);
    },
    meter: { count: () => undefined },
    failMode: 'open',
    deadlineMilliseconds: 5000,
    ...overrides,
  });
  const raw = async (event: unknown) => (await handler(event, buildContext())) as Readonly<Record<string, unknown>>;
  /** Asks for each `<shop>/<buyer>` whether they may place an order. */
  async function ask(...places: readonly string[]): Promise<readonly GateDecision[]> {
    const checks = places.map((place) => ({ shopId: place.split('/')[0], buyerId: place.split('/')[1] }));
    return (await raw({ checkoutId: 'checkout-1', checks }))['decisions'] as readonly GateDecision[];
  }
  return {
    stops,
    raw,
    ask,
    decisions: async (...places: readonly string[]) => (await ask(...places)).map(({ decision }) => decision),
  };
}
