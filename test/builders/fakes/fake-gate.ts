import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, vi } from 'vitest';
import type { StoppedCandidates } from '../../../shared/contracts/messages/stopped-candidates.ts';
import { createReportedDenials } from '../../../shared/gate/reported-denials.ts';
import { millisecondsUntil } from '../../../shared/aws-json/deadline.ts';
import type { Deadline } from '../../../shared/aws-json/deadline.ts';
import type { GateDeps } from '../../../shared/gate/decide-checks.ts';
import { createRecentDenials } from '../../../shared/gate/recent-denials.ts';
import { createGateStore } from '../../../shared/gate/store.ts';
import type { DeadlineReader, WireItem } from '../../../shared/gate/store.ts';
import type { Item } from '../../../shared/table/batch-get.ts';
import { accessKey, blockKey, keyText, markerKey } from '../../../shared/table/keys.ts';
import type { Key } from '../../../shared/table/keys.ts';
import { buildClock, noon } from './clock.ts';

/** Items under the gate's keys, and which of them cannot be read. */
export interface GateWorld {
  readonly items: Map<string, Item>;
  readonly unreadable: Set<string>;
  readonly reads: (readonly string[])[];
  readonly stops: StoppedCandidates[];
  readonly counted: Record<string, number>;
}

export function buildWorld(): GateWorld {
  return { items: new Map(), unreadable: new Set(), reads: [], stops: [], counted: {} };
}

/** A shop with active access and blocks of these roots, each guarding these buyers. */
export function block(
  world: GateWorld,
  shop: string,
  root: string,
  guarded: readonly string[] = [root],
  {
    blockId = `block-${root}`,
    expiresAt = noon + 1000,
    scope = guarded.length > 1 ? 'linked_user_ids' : 'user_id_only',
  } = {},
): void {
  put(world, accessKey(shop), { access: { state: 'active' } });
  put(world, blockKey(shop, root), { blockId, expiresAt, scope });
  for (const buyer of guarded) {
    const key = markerKey(shop, buyer);
    put(world, key, { ...world.items.get(keyText(key)), [`b#${root}`]: { blockId, expiresAt } });
  }
}

export function put(world: GateWorld, key: Key, item: Item): void {
  world.items.set(keyText(key), { ...key, ...item });
}

/** The gate over this world; keys that cannot be read take until the deadline. */
export function gateOver(world: GateWorld, overrides: Partial<GateDeps> = {}): GateDeps {
  const reader: DeadlineReader = {
    async read(keys, deadline, { once } = {}) {
      if (!vi.isFakeTimers()) throw new Error('Its deadline would go by how busy the machine is: useStandingTime().');
      const names = [...new Set(keys.map(keyText))];
      world.reads.push(names);
      if (millisecondsUntil(deadline) <= 0) return new Map();
      if (!once && names.some((name) => world.unreadable.has(name))) await untilPassed(deadline);
      return new Map(
        names.filter((name) => !world.unreadable.has(name)).map((name) => [name, toWire(world.items.get(name))]),
      );
    },
  };
  return {
    store: createGateStore(reader),
    clock: buildClock(),
    recordStops: async (candidates) => {
      world.stops.push(candidates);
    },
    reportedDenials: createReportedDenials(10),
    recentDenials: createRecentDenials(10),
    metrics: {
      count: (name, by) => {
        world.counted[name] = (world.counted[name] ?? 0) + by;
      },
    },
    failMode: 'open',
    deadlineMilliseconds: 60,
    ...overrides,
  };
}

/**
 * Deadlines stand still, however busy the machine is: the time that they go by passes only where a test waits for it. For all
 * tests of the file or `describe` that calls this.
 */
export function useStandingTime(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());
}

/** Lets the time pass by this deadline, once all that can happen before it has happened. */
export async function untilPassed(deadline: Deadline): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(Math.max(0, Math.ceil(millisecondsUntil(deadline))) + 1);
}

/** As DynamoDB would have it over the wire. */
export function toWire(item: Item | undefined): WireItem | null {
  return item ? (marshall(item) as WireItem) : null;
}
