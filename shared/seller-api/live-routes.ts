import * as contract from '../contracts/http/live.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { toTimestamp } from '../kernel/clock.ts';
import { feedHeadRead } from '../live/feed-store.ts';
import { issueTicket } from '../live/issue-ticket.ts';
import type { TicketStore } from '../live/ticket-store.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

export interface TicketDeps extends SellerDeps {
  readonly tickets: TicketStore;
  /** Of the WebSocket, without a query. */
  readonly url: string;
}

/** A ticket for a connection. The feed's head is read before it is answered: what the client loads after that holds all up to there. */
export function liveTicketRoute(deps: TicketDeps): BoundRoute {
  return sellerRoute(deps, contract.createLiveTicket, {
    read: (token) => feedHeadRead(token),
    async handle({ token, scope, loaded: head, now }) {
      const { ticket, expiresAt, until } = await issueTicket(deps.tickets, scope, token, now);
      return {
        status: 201,
        body: {
          ticket,
          url: deps.url,
          expiresAt: toTimestamp(expiresAt),
          connectionEndsAt: toTimestamp(until),
          cursor: String(head),
        },
      };
    },
  });
}
