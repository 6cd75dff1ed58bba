import type * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { demoCancellations, demoRisks } from '../../../demo/demo-risks.ts';
import { demoBlocks, demoBuyers, demoGroups, demoOrders } from '../../../demo/demo-shop.ts';
import { linkGroupChanged, orderStatusChanged, profileChanged } from '../../../demo/marketplace.ts';
import type { MarketplaceEvent } from '../../../demo/marketplace.ts';
import { createSimulatedDay } from '../../../demo/simulated-day.ts';
import { addBlock } from '../../../../shared/contracts/http/block-list.ts';
import { inboundEvents } from '../../../../shared/contracts/events/catalogue.ts';
import { orderState } from '../../../../shared/refunds/subject-rules.ts';
import type { OrderStatus } from '../../../../shared/kernel/words/orders.ts';

/** What a contract says is wrong with the event; the bus adds version and ID. */
function problemsOf({ source, type, detail }: MarketplaceEvent): readonly z.core.$ZodIssue[] {
  const contract = inboundEvents.find(({ event }) => event.source === source && event.type === type)?.event;
  if (!contract) throw new Error(`There is no contract for ${source} ${type}.`);
  return contract.detail.safeParse({ version: 1, eventId: 'e-1', ...detail }).error?.issues ?? [];
}

describe('the demo data', () => {
  it('is made of events as their contracts want them', () => {
    const events = [
      ...demoBuyers.map(profileChanged),
      ...demoGroups.map(linkGroupChanged),
      ...demoOrders(Date.now()).map(orderStatusChanged),
      ...demoRisks(Date.now()),
    ];
    expect(events.flatMap(problemsOf)).toEqual([]);
  });

  it('holds distinct buyers with distinct names, and distinct orders', () => {
    expect(new Set(demoBuyers.map(({ buyerId }) => buyerId)).size).toBe(12);
    expect(new Set(demoBuyers.map(({ username }) => username)).size).toBe(12);
    expect(new Set(demoOrders(0).map(({ orderId }) => orderId)).size).toBe(24);
  });

  it('has cancellations of flagged orders that can be cancelled', () => {
    const flagged = demoRisks(0).flatMap(({ type, detail }) =>
      type === 'Order Risk Flagged' ? [detail['orderId']] : [],
    );
    const { confirmed, waiting } = demoCancellations(0);
    for (const { orderId, status } of [confirmed, waiting]) {
      expect(flagged).toContain(orderId);
      expect(orderState(status as OrderStatus)).toBe('actionable');
    }
    expect(new Set(flagged).size).toBe(5);
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
    const types = new Set<string>();
    for (let i = 0; i < 2_000; i += 1) {
      const happening = day.next();
      seen.add(happening.kind);
      if (happening.kind === 'action') continue;
      const events = happening.kind === 'checkout' ? [happening.place()] : happening.events;
      expect(events.flatMap(problemsOf)).toEqual([]);
      for (const { type } of events) types.add(type);
      if (happening.kind === 'profile')
        expect(demoBuyers.map(({ buyerId }) => buyerId)).not.toContain(events[0]?.detail['buyerId']);
    }
    expect([...seen].toSorted()).toEqual(['action', 'checkout', 'fraud', 'links', 'order', 'profile', 'risk']);
    expect([...types].toSorted()).toEqual([
      'Buyer Link Group Changed',
      'Buyer Profile Changed',
      'Fraud Outcome Confirmed',
      'Order Risk Flagged',
      'Order Status Changed',
      'Refund Risk Flagged',
      'Refund Status Changed',
      'Risk Flag Withdrawn',
    ]);
  });
});
