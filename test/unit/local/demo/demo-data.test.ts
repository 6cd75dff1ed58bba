import type * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { demoBlocks, demoBuyers, demoGroups, demoOrders } from '../../../../infra/local/demo/demo-shop.ts';
import {
  linkGroupChanged,
  type MarketplaceEvent,
  orderStatusChanged,
  profileChanged,
} from '../../../../infra/local/demo/marketplace.ts';
import { createSimulatedDay } from '../../../../infra/local/demo/simulated-day.ts';
import { addBlock } from '../../../../shared/block-list/contract.ts';
import * as buyers from '../../../../shared/buyers/contract.ts';
import * as links from '../../../../shared/links/contract.ts';

const contracts = [buyers.buyerProfileChanged, buyers.orderStatusChanged, links.linkGroupChanged];

/** What a contract says is wrong with the event; the bus adds version and ID. */
function problemsOf({ source, type, detail }: MarketplaceEvent): readonly z.core.$ZodIssue[] {
  const contract = contracts.find((candidate) => candidate.source === source && candidate.type === type);
  if (!contract) throw new Error(`There is no contract for ${source} ${type}.`);
  return contract.detail.safeParse({ version: 1, eventId: 'e-1', ...detail }).error?.issues ?? [];
}

describe('the demo data', () => {
  it('is made of events as their contracts want them', () => {
    const events = [
      ...demoBuyers.map(profileChanged),
      ...demoGroups.map(linkGroupChanged),
      ...demoOrders(Date.now()).map(orderStatusChanged),
    ];
    expect(events.flatMap(problemsOf)).toEqual([]);
  });

  it('holds distinct buyers with distinct names, and distinct orders', () => {
    expect(new Set(demoBuyers.map(({ buyerId }) => buyerId)).size).toBe(12);
    expect(new Set(demoBuyers.map(({ username }) => username)).size).toBe(12);
    expect(new Set(demoOrders(0).map(({ orderId }) => orderId)).size).toBe(24);
  });

  it('has blocks that the seller API takes', () => {
    for (const { buyer, ...block } of demoBlocks) {
      const body = { ...block, buyerId: buyer.buyerId, username: buyer.username };
      expect(addBlock.body.safeParse(body).error?.issues ?? []).toEqual([]);
    }
  });
});

describe('a simulated day', () => {
  it('consists of checkouts and of events as their contracts want them, none about a demo buyer’s name', () => {
    let seed = 1;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const day = createSimulatedDay({ now: () => 1_795_000_000_000, random });
    const seen = new Set<string>();
    for (let i = 0; i < 2_000; i += 1) {
      const happening = day.next();
      seen.add(happening.kind);
      const event = happening.kind === 'checkout' ? happening.place() : happening.event;
      expect(problemsOf(event)).toEqual([]);
      if (happening.kind === 'profile')
        expect(demoBuyers.map(({ buyerId }) => buyerId)).not.toContain(event.detail['buyerId']);
    }
    expect([...seen].toSorted()).toEqual(['checkout', 'links', 'order', 'profile']);
  });
});
