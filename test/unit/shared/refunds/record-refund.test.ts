import { describe, expect, it } from 'vitest';
import { refundStatusChanged } from '../../../../shared/contracts/events/refund-status-changed.ts';
import { recordRefund } from '../../../../shared/refunds/record-refund.ts';
import type { Refund, RefundCounts } from '../../../../shared/refunds/rules.ts';
import type { RefundStore } from '../../../../shared/refunds/store.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { inbound } from '../../../builders/worlds/ingest-world.ts';

const event = (status: string, at: number) => refundStatusChanged.detail.parse(inbound.refund(status, at).detail);
const told = (at: number, buyerId = 'buyer-1'): Refund => ({
  orderId: 'o1',
  buyerId,
  status: 'BUYER_SHIPPED_ITEM',
  updatedAt: noon + at * 1000,
});

/** One refund in memory; `meanwhile` is recorded by another consumer right before a save. */
function fakeRefunds(...meanwhile: Refund[]) {
  let stored: Refund | undefined;
  const counted: RefundCounts[] = [];
  const store: RefundStore = {
    read: async () => stored,
    async save(_scope, _refundId, before, refund, counts) {
      stored = meanwhile.shift() ?? stored;
      if (stored?.updatedAt !== before?.updatedAt) return false;
      stored = refund;
      counted.push(counts);
      return true;
    },
  };
  return { store, counted };
}

describe('recording a refund', () => {
  it('counts it once, and answers how it stands, also when the event is late', async () => {
    const { store, counted } = fakeRefunds();
    await recordRefund(store)(event('BUYER_SHIPPED_ITEM', 2));
    expect(await recordRefund(store)(event('AWAITING_BUYER_SHIP', 1))).toMatchObject({ status: 'BUYER_SHIPPED_ITEM' });
    expect(counted).toMatchObject([{ refunds: 1 }]);
  });

  it('is decided anew on what another consumer records meanwhile', async () => {
    const { store, counted } = fakeRefunds(told(1));
    const recorded = await recordRefund(store)(event('RETURN_OR_REFUND_REQUEST_COMPLETE', 2));
    expect(recorded).toMatchObject({ status: 'RETURN_OR_REFUND_REQUEST_COMPLETE' });
    expect(counted).toMatchObject([{ refunds: 0 }]);
  });

  it('refuses a refund of which another buyer was told meanwhile', async () => {
    const { store } = fakeRefunds(told(1, 'buyer-2'));
    await expect(recordRefund(store)(event('BUYER_SHIPPED_ITEM', 2))).rejects.toMatchObject({
      reason: 'conflicting_buyer',
    });
  });

  it('is left to its next delivery when others get in between ten times', async () => {
    const { store, counted } = fakeRefunds(...Array.from({ length: 10 }, (_, index) => told(index)));
    await expect(recordRefund(store)(event('BUYER_SHIPPED_ITEM', 20))).rejects.toMatchObject({ code: 'unavailable' });
    expect(counted).toEqual([]);
  });
});
