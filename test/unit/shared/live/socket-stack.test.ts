import { describe, expect, it } from 'vitest';
import { socketStack } from '../../../../shared/live/socket-stack.ts';
import type { SocketEvent } from '../../../../shared/live/socket-stack.ts';
import { newTicket, ticketHash } from '../../../../shared/live/ticket.ts';
import type { Ticket } from '../../../../shared/live/ticket-store.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeConnections } from '../../../builders/fakes/fake-connections.ts';

/** The function behind the WebSocket of shop `s`, whose feed goes as far as 7 and has lost its entries. */
function buildStack() {
  const fake = fakeConnections();
  fake.state.head = 7;
  const tickets = new Map<string, Ticket>();
  const socket = socketStack({
    ...fake,
    clock: buildClock(),
    allowedOrigins: ['https://console.example.com'],
    tickets: {
      issue: async () => undefined,
      read: async (hash) => tickets.get(hash),
    },
    feed: {
      read: async () => ({ head: 7, accessIsActive: true, placed: new Map<string, number>() }),
      append: async () => false,
      between: async () => [],
    },
  });
  return {
    ...fake,
    ticket(): string {
      const ticket = newTicket();
      tickets.set(ticketHash(ticket), { shopId: 's', subject: 'ann', until: noon + 9000, expiresAt: noon + 1000 });
      return ticket;
    },
    invoke: (routeKey: string, rest: Partial<SocketEvent> = {}) =>
      socket({ requestContext: { connectionId: 'c', routeKey }, ...rest }),
  };
}

describe('the socket’s stack', () => {
  it('answers a handshake with its status, and knows the connection from then on', async () => {
    const { invoke, ticket, known, frames } = buildStack();
    expect(await invoke('$connect', { queryStringParameters: { ticket: ticket() } })).toEqual({ statusCode: 200 });
    expect(known()).toEqual(['c']);
    expect(frames).toEqual([]);
  });

  it.each([
    null,
    undefined,
    {},
    { ticket: 'short' },
    { ticket: newTicket() },
  ])('refuses a handshake with the query %o', async (queryStringParameters) => {
    const { invoke, known } = buildStack();
    const rest = queryStringParameters === undefined ? {} : { queryStringParameters };
    expect(await invoke('$connect', rest)).toEqual({ statusCode: 401 });
    expect(known()).toEqual([]);
  });

  it.each([
    ['Origin', 'https://console.example.com', 200],
    ['origin', 'https://console.example.com', 200],
    ['origin', 'https://evil.example.com', 403],
    ['ORIGIN', 'https://evil.example.com', 403],
  ])('takes the origin from the header %s: %s is answered %i', async (name, origin, statusCode) => {
    const { invoke, ticket } = buildStack();
    const headers = { Host: 'live.example.com', [name]: origin };
    expect(await invoke('$connect', { headers, queryStringParameters: { ticket: ticket() } })).toEqual({ statusCode });
  });

  it('forgets who has disconnected, however often that is told', async () => {
    const { invoke, connect, known, frames } = buildStack();
    connect('c');
    connect('d');
    for (const _ of [1, 2]) expect(await invoke('$disconnect')).toEqual({ statusCode: 200 });
    expect(known()).toEqual(['d']);
    expect(frames).toEqual([]);
  });

  it.each([
    ['catch_up', '{"action":"catch_up","cursor":"7"}', { type: 'caught_up', cursor: '7' }],
    ['catch_up', '{"action":"catch_up","cursor":"5"}', { type: 'resync_needed', cursor: '7' }],
    ['catch_up', '{"action":"catch_up"}', { type: 'error', code: 'validation_failed' }],
    ['$default', '{"action":"ping"}', { type: 'pong', cursor: '7' }],
    ['$default', '{"action":"dance"}', { type: 'error', code: 'validation_failed' }],
    ['$default', 'no JSON', { type: 'error', code: 'validation_failed' }],
    ['$default', undefined, { type: 'error', code: 'validation_failed' }],
  ])('answers %s %s with one frame', async (routeKey, body, frame) => {
    const { invoke, connect, frames } = buildStack();
    connect('c');
    expect(await invoke(routeKey, body === undefined ? {} : { body })).toEqual({ statusCode: 200 });
    expect(frames).toMatchObject([['c', frame]]);
  });

  it.each(['catch_up', '$default'])('says that %s did not work where it fails, and no more', async (routeKey) => {
    const { invoke, connect, fail, frames } = buildStack();
    connect('c');
    fail(new Error('secret'));
    expect(await invoke(routeKey, { body: '{"action":"ping"}' })).toEqual({ statusCode: 500 });
    expect(frames).toEqual([['c', { type: 'error', code: 'unavailable', message: 'This did not work; try again.' }]]);
  });

  it('gives up on a client that cannot be told of a failure either', async () => {
    const { invoke, connect, fail, frames } = buildStack();
    connect('c');
    fail(new Error('time-out'), new Error('time-out'));
    expect(await invoke('$default', { body: '{"action":"ping"}' })).toEqual({ statusCode: 500 });
    expect(frames).toEqual([]);
  });

  it.each(['$connect', '$disconnect'])('sends no frame where %s fails', async (routeKey) => {
    const { invoke, connect, connections, ticket, frames } = buildStack();
    connect('c');
    const fails = () => Promise.reject(new Error('the store is away'));
    Object.assign(connections, { ofShop: fails, read: fails });
    expect(await invoke(routeKey, { queryStringParameters: { ticket: ticket() } })).toEqual({ statusCode: 500 });
    expect(frames).toEqual([]);
  });
});
