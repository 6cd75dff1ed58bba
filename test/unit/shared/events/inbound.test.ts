import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DeadLetter } from '../../../../shared/events/dead-letter.ts';
import { money } from '../../../../shared/contracts/money.ts';
import { busEvents, directMessages, onEvent } from '../../../../shared/events/inbound.ts';
import { envelopeOf } from '../../../builders/items/event-examples.ts';

const parcelLost = {
  source: 'marketplace.parcels',
  type: 'Parcel Lost',
  detail: z.object({ parcelId: z.string(), weights: z.array(z.int()).default([]) }),
};
const event = { source: parcelLost.source, 'detail-type': parcelLost.type };

function start() {
  const handled: unknown[] = [];
  const handle = busEvents([onEvent(parcelLost, async (detail) => void handled.push(detail))]);
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
    const handle = busEvents([onEvent({ ...parcelLost, detail }, async (told) => void handled.push(told))]);
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

  it.each([
    ['null', null, 'body'],
    ['a list', [], 'body'],
    ['an envelope without a type', { source: event.source, time: '2026-11-22T09:30:00Z', detail: {} }, 'detail-type'],
    ['an envelope without a time', { ...event, detail: { parcelId: 'p1' } }, 'time'],
  ])('are refused when the message is %s', async (_, message, paths) => {
    await expect(start().handle(message)).rejects.toEqual(refusal('invalid_event', paths));
  });

  it('of what will only happen are refused, by field, beyond what clocks may differ', async () => {
    const told = { ...parcelLost, detail: z.object({ updatedAt: z.string(), respondBy: z.string() }) };
    const handle = busEvents([onEvent(told, async () => undefined)]);
    const published = { ...envelopeOf(event, {}), time: '2026-11-22T09:30:00Z' };
    const tell = (updatedAt: string) =>
      handle({ ...published, detail: { updatedAt, respondBy: '2027-01-01T00:00:00.000Z' } });
    await tell('2026-11-22T09:45:00.000Z');
    await expect(tell('2026-11-22T09:45:00.001Z')).rejects.toEqual(refusal('future_time', 'detail.updatedAt'));
  });

  it('tell their handler when they were published', async () => {
    const times: number[] = [];
    const handle = busEvents([onEvent(parcelLost, async (_, { time }) => void times.push(time))]);
    await handle(envelopeOf(event, { parcelId: 'p1' }));
    expect(times).toEqual([Date.parse('2026-11-22T09:30:00.000Z')]);
  });

  it('pass on what their handler throws', async () => {
    const busy = new Error('busy');
    const handle = busEvents([onEvent(parcelLost, () => Promise.reject(busy))]);
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
    await directMessages(parcelLost.detail, async (message) => void handled.push(message))({ parcelId: 'p1' });
    expect(handled).toEqual([{ parcelId: 'p1', weights: [] }]);
  });

  it('are refused by path', async () => {
    const handle = directMessages(parcelLost.detail, () => Promise.resolve());
    await expect(handle({ parcelId: null })).rejects.toThrow(new DeadLetter('invalid_event', 'parcelId'));
  });
});
