import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toActivity } from '../../../../shared/activity/rules.ts';
import type { RecordedEvent } from '../../../../shared/activity/rules.ts';

const event = (overrides: Partial<RecordedEvent> = {}): RecordedEvent => ({
  eventId: '01HZ',
  type: 'Buyer Blocked',
  at: '2026-11-22T12:00:00.000Z',
  actor: { kind: 'seller', id: 'ann' },
  detail: { version: 1, eventId: '01HZ', shopId: 's', buyerId: 'root', blockId: 'b1', reason: 'other' },
  ...overrides,
});

describe('toActivity', () => {
  it('says who did what and when', () => {
    expect(toActivity(event())).toEqual({
      activityId: '01HZ',
      type: 'Buyer Blocked',
      at: '2026-11-22T12:00:00.000Z',
      actor: { kind: 'seller', id: 'ann' },
      details: { buyerId: 'root', blockId: 'b1', reason: 'other' },
    });
  });

  it.each(['ops', 'support', 'platform'] as const)('names no one of %s', (kind) => {
    expect(toActivity(event({ actor: { kind, id: 'someone' } })).actor).toEqual({ kind });
  });

  it('shows the inner fields that it knows, and no others', () => {
    const detail = {
      alertId: 'a1',
      subject: { type: 'order', id: 'o1', buyerId: 'linked' },
      amount: { value: '1.50', currency: 'USD' },
      quotas: { blocks: 1 },
    };
    expect(toActivity(event({ type: 'Alert Changed', detail })).details).toEqual({
      alertId: 'a1',
      subject: { type: 'order', id: 'o1' },
      amount: { value: '1.50', currency: 'USD' },
    });
  });

  it.each([
    'Order Cancellation Requested',
    'Refund Rejection Requested',
    'Alert Dismissed',
    'Penalty Waived',
  ])('names no buyer in %s: they may be a linked account', (type) => {
    expect(toActivity(event({ type, detail: { alertId: 'a1', buyerId: 'linked' } })).details).toEqual({
      alertId: 'a1',
    });
  });

  it.each(['Not Known Yet', 'constructor', '__proto__'])('shows no more than IDs of our own things in %s', (type) => {
    const detail = { alertId: 'a1', orderId: 'o1', buyerId: 'linked', note: 'n', subject: { id: 'x' } };
    expect(toActivity(event({ type, detail })).details).toEqual({ alertId: 'a1', orderId: 'o1' });
  });

  it('shows plain values alone, whatever an event holds', () => {
    const types = fc.constantFrom('Buyer Blocked', 'Access Changed', 'Alert Raised', 'Other');
    const details = fc.dictionary(
      fc.constantFrom('buyerId', 'reason', 'quotas', 'subject', 'amount', 'alertId', 'username', 'linked'),
      fc.anything({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(types, details, (type, detail) => {
        const shown = toActivity(event({ type, detail })).details;
        const inner = Object.values(shown).flatMap((value) =>
          typeof value === 'object' && value ? Object.values(value) : [value],
        );
        expect(inner.every((value) => typeof value === 'string' || typeof value === 'number')).toBe(true);
        expect(Object.keys(shown)).not.toContain('username');
        expect(Object.keys(shown)).not.toContain('linked');
      }),
    );
  });
});
