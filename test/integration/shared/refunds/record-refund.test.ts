import { describe, expect, it } from 'vitest';
import { refundStatusChanged } from '../../../../shared/contracts/events/refund-status-changed.ts';
import { recordRefund } from '../../../../shared/refunds/record-refund.ts';
import { createRefundStore } from '../../../../shared/refunds/store.ts';
import type { RefundStore } from '../../../../shared/refunds/store.ts';
import { buyerHistoryKey, refundKey } from '../../../../shared/table/keys.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { inbound } from '../../../builders/worlds/ingest-world.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { readItem } from '../../../builders/items/table-items.ts';

const event = (status: string, at: number, detail: object = {}) =>
  refundStatusChanged.detail.parse(inbound.refund(status, at, detail).detail);

describe.each(usualEngines())('refunds on %s', (engine) => {
  const table = useTable(engine);
  const record = recordRefund(createRefundStore(table));
  const stored = () => readItem(table, refundKey('shop', 'r1'));

  it('keep their newest status, and count once, whatever comes twice or late', async () => {
    const [pending, shipped] = [event('RETURN_OR_REFUND_REQUEST_PENDING', 1), event('BUYER_SHIPPED_ITEM', 3)];
    await Promise.all([shipped, pending, shipped, pending].map((one) => record(one)));
    const late = await record(event('AWAITING_BUYER_SHIP', 2));
    expect(late).toMatchObject({ status: 'BUYER_SHIPPED_ITEM', updatedAt: noon + 3000 });
    expect(await stored()).toMatchObject({ orderId: 'o1', buyerId: 'buyer-1', status: 'BUYER_SHIPPED_ITEM' });
    expect(await readItem(table, buyerHistoryKey('shop', 'buyer-1'))).toMatchObject({ refunds: 1 });
  });

  it('are left to the next attempt when they change all the time', async () => {
    const store: RefundStore = { ...createRefundStore(table), save: () => Promise.resolve(false) };
    await expect(recordRefund(store)(event('BUYER_SHIPPED_ITEM', 1))).rejects.toMatchObject({ code: 'unavailable' });
    expect(await stored()).toBeUndefined();
  });
});
