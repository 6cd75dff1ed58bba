import { describe, expect, it } from 'vitest';
import type { StoppedCandidates } from '../../../../shared/contracts/messages/stopped-candidates.ts';
import { toTimestamp } from '../../../../shared/kernel/clock.ts';
import { countStoppedOrders } from '../../../../shared/stopped-orders/count-stopped-orders.ts';
import type { BlockHistory } from '../../../../shared/stopped-orders/rules.ts';
import type { Occasion, Stop, StoppedOrderStore } from '../../../../shared/stopped-orders/store.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';

const block: BlockHistory = {
  blockId: 'b1',
  scope: 'linked_user_ids',
  reason: 'harassment',
  createdAt: noon - 1000,
  expiresAt: noon + 86_400_000,
};
const candidate = (over: Partial<StoppedCandidates['candidates'][number]> = {}) => ({
  shopId: 'shop',
  buyerId: 'buyer-1',
  occasion: 'checkout#c1',
  decidedAt: toTimestamp(noon),
  blocks: [{ root: 'root', blockId: 'b1' }],
  ...over,
});
const nameOf = ({ shopId, buyerId, occasion }: Occasion) => `${shopId} ${buyerId} ${occasion}`;

/** Counts in memory, all of a call or none; `meanwhile` is counted by somebody else before the first call. */
function fakeStore({ access = buildAccess({ since: noon - 1000 }), meanwhile = [] as readonly Occasion[] } = {}) {
  const counted = new Map<string, Stop | 'somebody else'>();
  const calls: number[] = [];
  const store: StoppedOrderStore = {
    async read() {
      const atThatTime = new Set(counted.keys());
      return {
        isCounted: (occasion) => atThatTime.has(nameOf(occasion)),
        accessOf: () => access,
        historyOf: (_shopId, root, blockId) => (root === 'root' && blockId === 'b1' ? block : undefined),
      };
    },
    async count(stops) {
      if (calls.length === 0) for (const one of meanwhile) counted.set(nameOf(one), 'somebody else');
      calls.push(stops.length);
      if (stops.some(({ occasion }) => counted.has(nameOf(occasion)))) return false;
      for (const stop of stops) counted.set(nameOf(stop.occasion), stop);
      return true;
    },
  };
  let ids = 0;
  const count = (...candidates: StoppedCandidates['candidates']) =>
    countStoppedOrders({ store, newId: () => `id-${++ids}` }, { version: 1, candidates });
  return { counted, calls, count };
}

describe('counting stopped orders', () => {
  it('counts on the day of the shop, with an event that names the root and no linked account', async () => {
    const { counted, count } = fakeStore({
      access: buildAccess({ since: noon - 1000, timeZone: 'Pacific/Kiritimati' }),
    });
    await count(candidate());
    const [stop] = [...counted.values()];
    expect(stop).toMatchObject({
      decidedAt: noon,
      event: {
        type: 'Order Stopped',
        at: noon,
        detail: { buyerId: 'root', blockId: 'b1', occurredAt: toTimestamp(noon) },
      },
      day: { date: '2026-11-23', counts: { 'stopped#harassment': 1 } },
    });
    expect(JSON.stringify((stop as Stop).event)).not.toContain('buyer-1');
  });

  it('counts on the block and the day what the order would have been worth, and says so', async () => {
    const { counted, count } = fakeStore();
    const amount = { value: '12.50', currency: 'EUR' };
    await count(candidate({ amount }), candidate({ occasion: 'checkout#c2' }));
    const sums = { 'prevented#EUR': '12.50' };
    const blockId = 'b1';
    expect([...counted.values()]).toMatchObject([
      { event: { detail: { amount } }, day: { sums }, prevented: { blockId, orders: 1, sums, lastAt: noon } },
      { day: { sums: {} }, prevented: { blockId, orders: 1, sums: {} } },
    ]);
    expect(JSON.stringify([...counted.values()].at(-1))).not.toContain('amount');
  });

  it('counts each occasion once, though one message names it twice and another told of it before', async () => {
    const { counted, calls, count } = fakeStore();
    await count(candidate(), candidate(), candidate({ occasion: 'checkout#c2' }));
    await count(candidate(), candidate({ occasion: 'checkout#c3' }));
    expect(counted.size).toBe(3);
    expect(calls).toEqual([2, 1]);
  });

  it('writes nothing for what no live block has stopped, or of a shop without access', async () => {
    const { calls, count } = fakeStore();
    await count(
      candidate({ blocks: [{ root: 'root', blockId: 'b2' }] }),
      candidate({ decidedAt: toTimestamp(noon - 1001) }),
    );
    const ended = fakeStore({ access: buildAccess({ state: 'terminated', since: noon - 1000 }) });
    await ended.count(candidate());
    expect([...calls, ...ended.calls]).toEqual([]);
  });

  it('counts 25 at once at most', async () => {
    const { calls, count } = fakeStore();
    await count(...Array.from({ length: 70 }, (_, index) => candidate({ occasion: `hour#${index}` })));
    expect(calls).toEqual([25, 25, 20]);
  });

  it('counts one by one what was refused together, and the others once', async () => {
    const { counted, calls, count } = fakeStore({ meanwhile: [candidate({ occasion: 'hour#1' })] });
    await count(...Array.from({ length: 3 }, (_, index) => candidate({ occasion: `hour#${index}` })));
    expect(calls).toEqual([3, 1, 1, 1]);
    expect([...counted.values()].map((stop) => stop === 'somebody else')).toEqual([true, false, false]);
  });

  it('leaves alone one that was counted meanwhile by itself', async () => {
    const { calls, count } = fakeStore({ meanwhile: [candidate()] });
    await count(candidate());
    expect(calls).toEqual([1]);
  });
});
