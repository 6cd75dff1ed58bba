import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DeadLetter } from '../../../../shared/events/dead-letter.ts';
import { money } from '../../../../shared/contracts/money.ts';
import { busEvents, directMessages, onEvent } from '../../../../shared/events/inbound.ts';
import type { BoundEvent, Envelope } from '../../../../shared/events/inbound.ts';
import { envelopeOf } from '../../../builders/items/event-examples.ts';

const parcelLost = {
  source: 'marketplace.parcels',
  type: 'Parcel Lost',
  detail: z.object({ parcelId: z.string(), weights: z.array(z.int()).default([]) }),
};
const event = { source: parcelLost.source, 'detail-type': parcelLost.type };

const sentAt = Date.parse('2026-11-22T09:30:00.400Z');

/** A queue's consumer; the queue took what it is given just then. */
function consumer(...events: readonly BoundEvent[]) {
  const handle = busEvents(events);
  return (message: unknown, at = sentAt) => handle(message, at);
}

function start() {
  const handled: unknown[] = [];
  const handle = consumer(onEvent(parcelLost, async (detail) => void handled.push(detail)));
  return { handle, handled };
}

const refusal = (reason: string, detail: string) => expect.objectContaining({ name: 'DeadLetter', reason, detail });

describe('events of the bus', () => {
  it('reach their handler as their contract reads them', async () => {
    const { handle, handled } = start();
    await handle(envelopeOf(event, { parcelId: 'p1', addedLater: true }));
    expect(handled).toEqual([{ parcelId: 'p1', weights: [] }]);
  });

  it('say nothing by `null`, also within a field, unless it is needed', async () => {
    const handled: unknown[] = [];
    const detail = z.object({
      needed: z.string(),
      left: z.string().optional(),
      inner: z.object({ deep: z.int().optional() }),
    });
    const handle = consumer(onEvent({ ...parcelLost, detail }, async (told) => void handled.push(told)));
    await handle(envelopeOf(event, { needed: 'n', left: null, inner: { deep: null }, unknown: { a: null } }));
    expect(handled).toEqual([{ needed: 'n', inner: {} }]);
    const wrong = envelopeOf(event, { needed: null, inner: null });
    await expect(handle(wrong)).rejects.toEqual(refusal('invalid_event', 'detail.needed, detail.inner'));
    const listed = envelopeOf(event, { parcelId: 'p1', weights: [1, null] });
    await expect(start().handle(listed)).rejects.toEqual(refusal('invalid_event', 'detail.weights.1'));
  });

  it('of any depth are read', async () => {
    const { handle, handled } = start();
    const extra: unknown = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    await handle(envelopeOf(event, { parcelId: 'p1', extra }));
    expect(handled).toHaveLength(1);
  });

  it.each([
    ['of an unknown type', { ...event, 'detail-type': 'Parcel Found' }],
    ['of a type that is a name of every object', { ...event, 'detail-type': '__proto__' }],
    ['of a known type from another source', { ...event, source: 'marketplace.risk' }],
  ])('%s are refused for good', async (_, unknown) => {
    const { handle, handled } = start();
    await expect(handle(envelopeOf(unknown, { parcelId: 'p1' }))).rejects.toEqual(
      refusal('unknown_event_type', 'source, detail-type'),
    );
    expect(handled).toEqual([]);
  });

  it.each([
    ['a wrong field', { parcelId: 7 }, 'detail.parcelId'],
    ['several wrong fields, each named once', { parcelId: 7, weights: [1, 'x'] }, 'detail.parcelId, detail.weights.1'],
    ['no detail', undefined, 'detail'],
  ])('with %s are refused by path', async (_, detail, paths) => {
    await expect(start().handle(envelopeOf(event, detail))).rejects.toEqual(refusal('invalid_event', paths));
  });

  it('with thousands of wrong fields are refused by the first twenty, and their number', async () => {
    const weights = Array.from({ length: 5_000 }, () => 'x');
    const paths = Array.from({ length: 20 }, (_, index) => `detail.weights.${index}`);
    await expect(start().handle(envelopeOf(event, { parcelId: 'p1', weights }))).rejects.toEqual(
      refusal('invalid_event', `${paths.join(', ')} and 4980 more`),
    );
  });

  it.each([
    ['null', null, 'body'],
    ['a list', [], 'body'],
    ['an envelope without a type', { source: event.source, time: '2026-11-22T09:30:00Z', detail: {} }, 'detail-type'],
    ['an envelope without a time', { ...event, detail: { parcelId: 'p1' } }, 'time'],
  ])('are refused when the message is %s', async (_, message, paths) => {
    await expect(start().handle(message)).rejects.toEqual(refusal('invalid_event', paths));
  });

  describe('of what will only happen', () => {
    const told = { ...parcelLost, detail: z.object({ updatedAt: z.string(), respondBy: z.string() }) };
    const handled: unknown[] = [];
    const handle = consumer(onEvent(told, async ({ updatedAt }) => void handled.push(updatedAt)));
    const tell = (updatedAt: string, time: string, at = sentAt) =>
      handle({ ...event, time, detail: { updatedAt, respondBy: '2027-01-01T00:00:00.000Z' } }, at);

    it('are refused, by field, beyond what clocks may differ', async () => {
      await tell('2026-11-22T09:45:00.400Z', '2026-11-22T09:30:00Z');
      const late = tell('2026-11-22T09:45:00.401Z', '2026-11-22T09:30:00Z');
      await expect(late).rejects.toEqual(refusal('future_time', 'detail.updatedAt'));
    });

    it('are refused also where their publisher says that it published them in the future', async () => {
      const future = tell('2031-01-01T00:00:00.000Z', '2031-01-01T00:00:00Z');
      await expect(future).rejects.toEqual(refusal('future_time', 'detail.updatedAt'));
    });

    it('are none where only the publisher’s own time is old, or the queue has stood', async () => {
      handled.length = 0;
      await tell('2026-11-22T09:29:59.000Z', '2026-11-22T07:30:00Z');
      await tell('2026-11-22T09:29:59.000Z', '2026-11-22T09:30:00Z', sentAt + 6 * 3_600_000);
      expect(handled).toHaveLength(2);
    });
  });

  it.each([
    ['as their publisher says', '2026-11-22T09:29:00Z', '2026-11-22T09:29:00.000Z'],
    ['but not later than the queue took them', '2031-01-01T00:00:00Z', '2026-11-22T09:30:00.400Z'],
  ])('tell their handler when they were published, %s', async (_, time, expected) => {
    const told: Envelope[] = [];
    const handle = consumer(onEvent(parcelLost, async (_detail, envelope) => void told.push(envelope)));
    await handle({ ...envelopeOf(event, { parcelId: 'p1' }), time });
    expect(told).toEqual([{ time: Date.parse(expected), sentAt }]);
  });

  it('pass on what their handler throws', async () => {
    const busy = new Error('busy');
    const handle = consumer(onEvent(parcelLost, () => Promise.reject(busy)));
    await expect(handle(envelopeOf(event, { parcelId: 'p1' }))).rejects.toBe(busy);
  });
});

describe('amounts of events', () => {
  it.each([
    ['01.50', '1.50'],
    ['000', '0'],
    ['0900719925474099312.5', '900719925474099312.5'],
    ['0.000001', '0.000001'],
    ['999999999999999999.999999', '999999999999999999.999999'],
  ])('of %s are read as %s', (told, value) => {
    expect(money.parse({ value: told, currency: 'EGP' })).toEqual({ value, currency: 'EGP' });
  });

  it.each(['1000000000000000000', '1.0000001', '-1', '1e3', '', '.5', '1.'])('of %o are refused', (value) => {
    expect(money.safeParse({ value, currency: 'EGP' }).success).toBe(false);
  });
});

describe('direct messages', () => {
  it('are read without an envelope', async () => {
    const handled: unknown[] = [];
    await directMessages(parcelLost.detail, async (message) => void handled.push(message))({ parcelId: 'p1' }, sentAt);
    expect(handled).toEqual([{ parcelId: 'p1', weights: [] }]);
  });

  it('are refused by path', async () => {
    const handle = directMessages(parcelLost.detail, () => Promise.resolve());
    await expect(handle({ parcelId: null }, sentAt)).rejects.toThrow(new DeadLetter('invalid_event', 'parcelId'));
  });
});
