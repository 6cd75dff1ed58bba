import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { alertEvent } from '../../../../shared/alerts/alert-event.ts';
import type { AlertChange } from '../../../../shared/kernel/words/alerts.ts';
import { blockEvent } from '../../../../shared/block-list/block-event.ts';
import { busEvents } from '../../../../shared/events/inbound.ts';
import type { OutboxEvent } from '../../../../shared/events/outbox.ts';
import type { AccessTerminated } from '../../../../shared/contracts/events/access-terminated.ts';
import type { OrderStopped } from '../../../../shared/contracts/events/order-stopped.ts';
import { newsFrame } from '../../../../shared/contracts/http/live.ts';
import { liveEvents } from '../../../../shared/live/live-events.ts';
import { toFrame } from '../../../../shared/live/publish-live.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { envelopeOf } from '../../../builders/items/event-examples.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const scope = platformScope('s', 'tests');
const alertNews = (change: AlertChange, overrides: Parameters<typeof buildOrderAlert>[0] = {}) =>
  alertEvent('e1', scope, buildOrderAlert(overrides), change, noon);

/** What a shop is told of an event as its writer makes it. */
async function told({ type, detail }: Pick<OutboxEvent, 'type' | 'detail'>) {
  const published: unknown[] = [];
  const handle = busEvents(
    liveEvents(
      async (shopId, item) => {
        // No less than its frame promises, and nothing else.
        if (item.news) newsFrame.parse(toFrame(1, item.news));
        published.push({ shopId, ...item });
      },
      async ({ shopId }) => void published.push({ ended: shopId }),
    ),
  );
  await handle(
    envelopeOf({ source: 'ssc', 'detail-type': type }, { ...detail, username: 'Mallory', note: 'rude' }),
    noon,
  );
  expect(published).toHaveLength(1);
  expect(JSON.stringify(published)).not.toMatch(/Mallory|rude/);
  return published[0];
}

describe('what a shop is told live', () => {
  it('is an alert as it was raised or changed', async () => {
    expect(await told(alertNews('raised'))).toMatchObject({
      shopId: 's',
      eventId: 'e1',
      news: {
        type: 'alert.raised',
        at: '2026-11-22T12:00:00.000Z',
        data: { alertId: 'alert-1', kind: 'security_alert_order', status: 'open', revision: 1, change: 'raised' },
      },
    });
    expect(await told(alertNews('dismissed', { status: 'dismissed', revision: 2 }))).toMatchObject({
      news: { type: 'alert.changed', data: { status: 'dismissed', change: 'dismissed', revision: 2 } },
    });
    expect(await told(alertNews('raised', { kind: 'fraud_outcome', category: 'abusive_review' }))).toMatchObject({
      news: { type: 'fraud.intercepted', data: { category: 'abusive_review', amount: { value: '25.50' } } },
    });
  });

  it('says of no alert that its buyer is linked to anybody', async () => {
    expect(await told(alertNews('raised', { raisedThroughLink: true }))).toEqual(await told(alertNews('raised')));
  });

  it.each([
    ['Buyer Blocked', 'blocked', 1],
    ['Buyer Unblocked', 'unblocked', 2],
    ['Block Changed', 'changed', 1],
  ] as const)('is a block, of a “%s”', async (type, change, revision) => {
    const block = buildBlock({ buyerId: 'b1' });
    expect(await told(blockEvent(type, 'e1', scope, block, noon))).toMatchObject({
      shopId: 's',
      news: {
        type: 'block.changed',
        data: { change, buyerId: 'b1', blockId: block.blockId, reason: block.reason, revision },
      },
    });
  });

  it('is an order that the gate stopped', async () => {
    const detail: OrderStopped = {
      version: 1,
      eventId: 'e1',
      shopId: 's',
      buyerId: 'root',
      blockId: 'block-1',
      scope: 'linked_user_ids',
      occurredAt: '2026-11-22T12:00:00.000Z',
    };
    expect(await told({ type: 'Order Stopped', detail })).toEqual({
      shopId: 's',
      eventId: 'e1',
      news: {
        type: 'order.stopped',
        at: '2026-11-22T12:00:00.000Z',
        data: { buyerId: 'root', blockId: 'block-1', scope: 'linked_user_ids' },
      },
    });
  });

  it('ends with its access', async () => {
    const detail: AccessTerminated = {
      version: 1,
      eventId: 'e1',
      shopId: 's',
      state: 'terminated',
      timeZone: 'Europe/Berlin',
      quotas: { blocks: 100, newBlocksPerDay: 10 },
      occurredAt: '2026-11-22T12:00:00.000Z',
    };
    expect(await told({ type: 'Access Terminated', detail })).toEqual({ ended: 's' });
  });
});
