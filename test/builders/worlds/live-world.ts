import type { TestClock } from '../fakes/clock.ts';
import { busEvents } from '../../../shared/events/inbound.ts';
import { endLive } from '../../../shared/live/close-connections.ts';
import { createCatchUpStore } from '../../../shared/live/catch-up-store.ts';
import { createConnectionStore } from '../../../shared/live/connection-store.ts';
import type { LiveFrame } from '../../../shared/contracts/http/live.ts';
import { createFeedStore } from '../../../shared/live/feed-store.ts';
import type { FrameSender } from '../../../shared/live/frame-sender.ts';
import { liveEvents } from '../../../shared/live/live-events.ts';
import { publishLive } from '../../../shared/live/publish-live.ts';
import { liveTicketRoute } from '../../../shared/seller-api/live-routes.ts';
import { socketStack } from '../../../shared/live/socket-stack.ts';
import { createTicketStore } from '../../../shared/live/ticket-store.ts';
import { toTimestamp } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import { envelopeOf } from '../items/event-examples.ts';
import { callRoute } from './seller-api.ts';

/** A socket as API Gateway holds it: known to the function before it is open. */
interface FakeSocket {
  isOpen: boolean;
  receive(frame: LiveFrame): void;
}

/** The functions behind the WebSocket over one table, and connections in memory. */
export function buildLiveWorld(table: Table, clock: TestClock) {
  const sockets = new Map<string, FakeSocket>();
  const failures: string[] = [];
  const closed: string[] = [];
  let connections = 0;
  /** The management API as it answers next. */
  const service = { post: async (_connectionId: string): Promise<void> => undefined };
  const isOpen = (connectionId: string) => sockets.get(connectionId)?.isOpen === true;
  const sender: FrameSender = {
    async post(connectionId, text) {
      await service.post(connectionId);
      if (!isOpen(connectionId)) return 'gone';
      sockets.get(connectionId)?.receive(JSON.parse(text) as LiveFrame);
      return 'sent';
    },
    async close(connectionId) {
      if (!isOpen(connectionId)) return 'gone';
      closed.push(connectionId);
      sockets.delete(connectionId);
      return 'closed';
    },
  };
  const tickets = createTicketStore(table);
  const stores = { tickets, connections: createConnectionStore(table), feed: createFeedStore(table) };
  const metrics = { pushFailed: (count: number, name: string) => void failures.push(`${count} ${name}`) };
  const catchUps = createCatchUpStore(table);
  const socket = socketStack({ ...stores, catchUps, sender, clock, allowedOrigins: ['https://console.example.com'] });
  const invoke = (connectionId: string, routeKey: string, rest: object = {}) =>
    socket({ requestContext: { connectionId, routeKey }, ...rest });

  return {
    sockets,
    failures,
    closed,
    service,
    /** A function of its own that publishes; `on` is its table. */
    publisher(on = table) {
      const deps = { feed: createFeedStore(on), connections: createConnectionStore(on), sender, metrics, clock };
      const publish = publishLive(deps);
      const handle = busEvents(liveEvents(publish, endLive(deps, publish)));
      return (type: string, detail: object) =>
        handle(envelopeOf({ source: 'ssc', 'detail-type': type }, detail), clock.now());
    },
    ticket: (shopId = 's', role = 'viewer', tokenSeconds = 7200) =>
      callRoute(
        liveTicketRoute({ reader: createPlanReader(table), clock, ...stores, url: 'wss://live.example.com/live' }),
        {
          method: 'POST',
          path: `/v1/shops/${shopId}/live-ticket`,
          pathParameters: { shopId },
          claims: {
            sub: 'ann',
            shops: `s:${role} t:${role} shop:${role}`,
            scope: 'ssc/seller',
            exp: String(clock.now() / 1000 + tokenSeconds),
          },
        },
      ),
    /** The handshake; with 200 the socket opens, unless it is held in between. */
    async connect(ticket: unknown, options: { origin?: string; held?: boolean; receive?: FakeSocket['receive'] } = {}) {
      const connectionId = `c${(connections += 1)}=`;
      const { statusCode } = await invoke(connectionId, '$connect', {
        headers: { Host: 'live.example.com', ...(options.origin === undefined ? {} : { Origin: options.origin }) },
        queryStringParameters: ticket === undefined ? null : { ticket: String(ticket) },
      });
      if (statusCode === 200) {
        sockets.set(connectionId, { isOpen: !options.held, receive: options.receive ?? (() => undefined) });
      }
      return { connectionId, statusCode };
    },
    send: (connectionId: string, message: unknown) => {
      const body = typeof message === 'string' ? message : JSON.stringify(message);
      const named = typeof message === 'object' && message !== null && 'action' in message ? message.action : undefined;
      return invoke(connectionId, named === 'catch_up' ? 'catch_up' : '$default', { body });
    },
    /** The client is gone; API Gateway tells of it, or does not. */
    async cut(connectionId: string, told = true) {
      sockets.delete(connectionId);
      if (told) await invoke(connectionId, '$disconnect');
    },
    blockEvent: (eventId: string, overrides: object = {}) => ({
      version: 1,
      eventId,
      shopId: 's',
      buyerId: 'b1',
      blockId: 'block-1',
      reason: 'order_abuse',
      scope: 'user_id_only',
      duration: 'permanent',
      revision: 1,
      occurredAt: toTimestamp(clock.now()),
      ...overrides,
    }),
  };
}

export type LiveWorld = ReturnType<typeof buildLiveWorld>;

/** A connected socket and the frames that it got. */
export async function listen(world: LiveWorld, shopId = 's', tokenSeconds = 7200) {
  const { body } = await world.ticket(shopId, 'viewer', tokenSeconds);
  const frames: LiveFrame[] = [];
  const { connectionId } = await world.connect(body['ticket'], { receive: (frame) => void frames.push(frame) });
  return { connectionId, frames, cursor: String(body['cursor']) };
}
