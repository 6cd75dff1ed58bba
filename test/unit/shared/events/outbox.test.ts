import { describe, expect, it } from 'vitest';
import type { OrderStopped } from '../../../../shared/contracts/events/order-stopped.ts';
import { outboxItem, outboxPartition, outboxShards } from '../../../../shared/events/outbox.ts';
import type { OutboxEvent } from '../../../../shared/events/outbox.ts';
import { correlated } from '../../../../shared/logs/correlation.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const actor = { kind: 'platform', id: 'gate' } as const;
const detail: OrderStopped = {
  version: 1,
  eventId: 'e1',
  shopId: 's',
  buyerId: 'root',
  blockId: 'block-1',
  scope: 'user_id_only',
  occurredAt: '2026-11-22T12:00:00.000Z',
};

describe('an event for the outbox', () => {
  it('is an activity of its shop and unpublished, in one item that ends after a year and a month', () => {
    expect(outboxItem('s', { eventId: 'e1', type: 'Order Stopped', at: noon, actor, detail })).toMatchObject({
      type: 'Order Stopped',
      at: '2026-11-22T12:00:00.000Z',
      actor,
      shopId: 's',
      detail,
      outboxPk: expect.stringMatching(/^OUTBOX#[0-3]$/),
      outboxSk: 'e1',
      ttl: noon / 1000 + 396 * 86_400,
    });
  });

  it('tells which event it accompanies, where it does', () => {
    const event = { eventId: 'e1', type: 'Order Stopped', at: noon, actor, detail } as const;
    expect(outboxItem('s', { ...event, accompanies: 'e0' })['accompanies']).toBe('e0');
    expect(outboxItem('s', event)).not.toHaveProperty('accompanies');
  });

  it('names what it follows from, beside its detail, where that is known', () => {
    const event = { eventId: 'e1', type: 'Order Stopped', at: noon, actor, detail } as const;
    const item = correlated('request-1', () => outboxItem('s', event));
    expect(item).toMatchObject({ correlationId: 'request-1', detail });
    expect(outboxItem('s', event)).not.toHaveProperty('correlationId');
  });

  it('stands in any partition: those of one moment are spread over all', () => {
    const event = { type: 'Order Stopped', at: noon, actor, detail } as const;
    const found = Array.from({ length: 400 }, () => outboxItem('s', { ...event, eventId: newUlid() })['outboxPk']);
    const all = Array.from({ length: outboxShards }, (_, shard) => outboxPartition(shard));
    for (const partition of all) expect(found.filter((one) => one === partition).length).toBeGreaterThan(40);
  });

  it('does not compile with another detail than the catalogue has for its type', () => {
    const written: readonly OutboxEvent[] = [
      { eventId: 'e1', type: 'Order Stopped', at: noon, actor, detail },
      // @ts-expect-error: the catalogue has no such type
      { eventId: 'e1', type: 'Order Stoped', at: noon, actor, detail },
      // @ts-expect-error: of another event
      { eventId: 'e1', type: 'Penalty Waived', at: noon, actor, detail },
      // @ts-expect-error: a word that the field does not have
      { eventId: 'e1', type: 'Order Stopped', at: noon, actor, detail: { ...detail, scope: 'everybody' } },
      // @ts-expect-error: a field that the event does not have
      { eventId: 'e1', type: 'Order Stopped', at: noon, actor, detail: { ...detail, username: 'Mallory' } },
    ];
    // The compiler has said all that there is to say; that it did is part of the type check.
    expect(written).toHaveLength(5);
  });
});
