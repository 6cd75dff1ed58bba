import { describe, expect, it } from 'vitest';
import { createCrossedEvents, crossedEventRoutes } from '../../../../services/events/crossed-events.ts';
import type { CrossedEvent } from '../../../../services/events/crossed-events.ts';

const event: CrossedEvent = { id: 'e', source: 's', 'detail-type': 't', detail: { a: 1 } };
const profile = (buyerId: string) => ({ buyerId, username: `name-of-${buyerId}`, avatarUrl: 'https://a.example' });

function open() {
  const events = createCrossedEvents();
  const observe = (type: string, detail: CrossedEvent['detail'], source = 'marketplace.identity') =>
    events.observe('bus', { id: 'i', source, 'detail-type': type, detail }, []);
  const details = () => (events.recent() as readonly CrossedEvent[]).map(({ detail }) => detail);
  return { events, observe, details };
}

describe('createCrossedEvents', () => {
  it('keeps of an event what people look for, with its bus and rules, the oldest first', () => {
    const { events } = open();
    events.observe('bus', { ...event, account: '0' } as CrossedEvent, ['rule']);
    events.observe('other', { ...event, id: 'f' }, []);
    expect(events.recent()).toEqual([
      { ...event, bus: 'bus', rules: ['rule'] },
      { ...event, id: 'f', bus: 'other', rules: [] },
    ]);
  });

  it('keeps the last 1,000', () => {
    const { events } = open();
    for (let n = 0; n <= 1_000; n += 1) events.observe('bus', { ...event, id: `event-${n}` }, []);
    expect(events.recent()).toHaveLength(1_000);
    expect(events.recent()[0]).toMatchObject({ id: 'event-1' });
    expect(events.recent().at(-1)).toMatchObject({ id: 'event-1000' });
  });

  it('keeps no name of a buyer who was erased, in earlier events and in later ones', () => {
    const { observe, details } = open();
    for (const buyerId of ['gone', 'here']) observe('Buyer Profile Changed', profile(buyerId));
    observe('Buyer Erased', { buyerId: 'gone' });
    observe('Buyer Profile Changed', profile('gone'));
    const gone = { buyerId: 'gone' };
    expect(details()).toEqual([gone, profile('here'), gone, gone]);
  });

  it('leaves all other events of that buyer as they are, and takes an erasure of the marketplace alone', () => {
    const { observe, details } = open();
    observe('Buyer Erased', { buyerId: 'here' }, 'marketplace.orders');
    observe('Buyer Profile Changed', profile('here'));
    observe('Buyer Erased', { buyerId: 'gone' });
    observe('Order Status Changed', { buyerId: 'gone', orderId: '1' }, 'marketplace.orders');
    expect(details().slice(1)).toEqual([profile('here'), { buyerId: 'gone' }, { buyerId: 'gone', orderId: '1' }]);
  });
});

describe('crossedEventRoutes', () => {
  it('lists what crossed', async () => {
    const { events } = open();
    events.observe('bus', event, ['rule']);
    const answer = await crossedEventRoutes(events)['GET /_local/events']?.({} as never);
    expect(JSON.parse(String(answer?.body))).toEqual({ items: [{ ...event, bus: 'bus', rules: ['rule'] }] });
  });
});
