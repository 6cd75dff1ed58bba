import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from './seller-route.ts';
import { type Clock, toTimestamp } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { feedHeadKey } from '../table/keys.ts';
import * as contract from '../contracts/http/live.ts';
import { toHead } from '../live/feed-store.ts';
import { connectionMilliseconds, newTicket, ticketHash, ticketMilliseconds } from '../live/ticket.ts';
import type { TicketStore } from '../live/ticket-store.ts';

export interface TicketDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly tickets: TicketStore;
  /** Of the WebSocket, without a query. */
  readonly url: string;
}

/** A ticket for a connection. The feed's head is read before it is answered: what the client loads after that holds all up to there. */
export function liveTicketRoute(deps: TicketDeps): BoundRoute {
  return sellerRoute(deps, contract.createLiveTicket, {
    preload: ({ shopId }) => [feedHeadKey(shopId)],
    async handle({ token, scope, loaded, now }) {
      const ticket = newTicket();
      const expiresAt = now + ticketMilliseconds;
      const until = Math.min(token.until, now + connectionMilliseconds);
      await deps.tickets.issue(scope, ticketHash(ticket), { until, expiresAt });
      const cursor = String(toHead(loaded.get(feedHeadKey(scope.shopId))));
      return {
        status: 201,
        body: {
          ticket,
          url: deps.url,
          expiresAt: toTimestamp(expiresAt),
          connectionEndsAt: toTimestamp(until),
          cursor,
        },
      };
    },
  });
}
