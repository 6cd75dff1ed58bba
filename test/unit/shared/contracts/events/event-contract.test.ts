import { describe, expect, it } from 'vitest';
import { orderStopped } from '../../../../../shared/contracts/events/order-stopped.ts';
import { pickFields } from '../../../../../shared/contracts/events/event-contract.ts';

const detail = {
  version: 1,
  eventId: 'e1',
  shopId: 's',
  buyerId: 'b1',
  blockId: 'block-1',
  scope: 'user_id_only',
  occurredAt: '2026-11-22T12:00:00.000Z',
};

describe('an event of which a consumer picks fields', () => {
  const picked = pickFields(orderStopped, 'shopId', 'buyerId');

  it('is the same event', () => {
    expect([picked.source, picked.type]).toEqual(['ssc', 'Order Stopped']);
  });

  it('is read by these fields, its version and its ID alone', () => {
    expect(picked.detail.parse({ ...detail, blockId: 7, scope: 'everybody', occurredAt: undefined })).toEqual({
      version: 1,
      eventId: 'e1',
      shopId: 's',
      buyerId: 'b1',
    });
  });

  it.each(['version', 'eventId', 'shopId', 'buyerId'])('cannot be read without its %s', (field) => {
    expect(picked.detail.safeParse({ ...detail, [field]: undefined }).success).toBe(false);
  });
});
