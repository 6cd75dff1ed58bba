import { beforeEach, describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { alertEvent } from '../../../../shared/alerts/alert-event.ts';
import { orderStatuses } from '../../../../shared/kernel/words/orders.ts';
import { createOrderStore } from '../../../../shared/orders/store.ts';
import { orderStatusChanged } from '../../../../shared/contracts/events/order-status-changed.ts';
import { recordOrder } from '../../../../shared/orders/record-order.ts';
import { outboxItem } from '../../../../shared/events/outbox.ts';
import { refundStatuses } from '../../../../shared/kernel/words/refunds.ts';
import { refundStatusChanged } from '../../../../shared/contracts/events/refund-status-changed.ts';
import { recordRefund } from '../../../../shared/refunds/record-refund.ts';
import { createRefundStore } from '../../../../shared/refunds/store.ts';
import { orderKey, refundKey } from '../../../../shared/table/keys.ts';
import { transact } from '../../../../shared/table/transact.ts';
import { waiverWrite } from '../../../../shared/waivers/items.ts';
import { buildAlertApis, orderAlert } from '../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { inbound } from '../../../builders/worlds/ingest-world.ts';
import { buildOrderAlert, putAlerts } from '../../../builders/items/shop-alerts.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { buildSupportApi } from '../../../builders/worlds/support-apis.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

const day = 86_400_000;
const retention = 396 * day;

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextCursor?: string;
}

// Nothing here performs TTL: every item is still there, as for days on AWS.
describe.each(engines())('past its retention, on %s,', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const seller = buildAlertApis(table, clock).seller('shop');

  /** What one attribute shows over all pages of two. */
  async function walk(
    list: (query: Record<string, string>) => Promise<{ body: object }>,
    attribute: string,
  ): Promise<unknown[]> {
    const shown: unknown[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 20; pages += 1) {
      const page = (await list({ limit: '2', ...(cursor ? { cursor } : {}) })).body as Page;
      shown.push(...page.items.map((item) => item[attribute]));
      cursor = page.nextCursor;
      if (!cursor) return shown;
    }
    throw new Error('The list has no end.');
  }

  beforeEach(async () => {
    clock.time = noon;
    await putItems(table, accessItem('shop'));
  });

  it('an ended alert is not listed, and one that waits is', async () => {
    const ended = Array.from({ length: 7 }, (_, index) =>
      orderAlert('shop', `o${index}`, { status: 'resolved', changedAt: noon + index * day }),
    );
    const { respondBy: _none, ...waiting } = orderAlert('shop', 'waiting');
    await putAlerts(table, 'shop', [...ended, waiting]);
    clock.time = noon + retention + 3 * day;
    const left = ended.slice(4).toReversed();
    expect(await walk(seller.list, 'alertId')).toEqual([waiting, ...left].map(({ alertId }) => alertId));
    const resolved = (query: Record<string, string>) => seller.list({ ...query, status: 'resolved' });
    expect(await walk(resolved, 'alertId')).toEqual(left.map(({ alertId }) => alertId));
  });

  it('a waiver is not listed, wherever it stands between others', async () => {
    for (let index = 0; index < 9; index += 1) {
      const requestedAt = index === 0 || index === 8 ? noon + 9 * day : noon;
      const after = buildWaiver({ subjectId: `o${index}`, createdAt: noon + index, requestedAt });
      await transact(table, { waiver: waiverWrite('shop', { before: undefined, after }) });
    }
    clock.time = noon + retention - 1000;
    expect(await walk(seller.waivers, 'subjectId')).toHaveLength(9);
    clock.time = noon + retention;
    expect(await walk(seller.waivers, 'subjectId')).toEqual(['o8', 'o0']);
  });

  it('an activity is not shown', async () => {
    const scope = platformScope('shop', 'tests');
    for (let index = 0; index < 3; index += 1) {
      const event = alertEvent(`A${index}`, scope, buildOrderAlert(), 'flagged_again', noon + index * day);
      await putItems(table, outboxItem('shop', event));
    }
    clock.time = noon + retention + day;
    const shown = await buildSupportApi(table, clock).activity('shop');
    expect(shown.map(({ activityId }) => activityId)).toEqual(['A2']);
  });

  it('an order is deleted once it is closed, counted from when it was recorded, and a refund once it has ended', async () => {
    const ends: Record<string, unknown> = {};
    const read = async (kind: string, key: { pk: string; sk: string }) => {
      ends[kind] = (await readItem(table, key))?.['ttl'];
    };
    const order = recordOrder(createOrderStore(table, clock));
    for (const [index, status] of orderStatuses.entries()) {
      const longAgo = index - 9 * 366 * 86_400;
      await order(orderStatusChanged.detail.parse(inbound.order(status, longAgo).detail));
      await read(status, orderKey('shop', 'o1'));
    }
    const refund = recordRefund(createRefundStore(table, clock));
    for (const [index, status] of refundStatuses.entries()) {
      await refund(refundStatusChanged.detail.parse(inbound.refund(status, index).detail));
      await read(status, refundKey('shop', 'r1'));
    }
    const ttl = (noon + retention) / 1000;
    const ended = Object.entries(ends).filter(([, end]) => end !== undefined);
    expect(Object.fromEntries(ended)).toEqual({
      DELIVERED: ttl,
      COMPLETED: ttl,
      CANCELLED: ttl,
      REFUND_OR_RETURN_REQUEST_REJECT: ttl,
      RETURN_OR_REFUND_REQUEST_SUCCESS: ttl,
      RETURN_OR_REFUND_REQUEST_CANCEL: ttl,
      RETURN_OR_REFUND_REQUEST_COMPLETE: ttl,
    });
    expect(Object.keys(ends)).toHaveLength(orderStatuses.length + refundStatuses.length);
  });
});
