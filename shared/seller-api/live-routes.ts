import * as contract from '../contracts/http/live.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { toTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { ConnectionStore } from '../live/connection-store.ts';
import { feedHeadRead } from '../live/feed-store.ts';
import { issueTicket } from '../live/issue-ticket.ts';
import { mostConnections } from '../live/push-frames.ts';
import { mostOfSeller, waitForShare } from '../live/seller-share-rules.ts';
import type { TicketStore } from '../live/ticket-store.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

export interface TicketDeps extends SellerDeps {
  readonly tickets: TicketStore;
  readonly connections: Pick<ConnectionStore, 'ofShop'>;
  /** Of the WebSocket, without a query. */
  readonly url: string;
}

/** A ticket for a connection. The feed's head is read before it is answered: what the client loads after that holds all up to there. */
export function liveTicketRoute(deps: TicketDeps): BoundRoute {
  return sellerRoute(deps, contract.createLiveTicket, {
    read: (token) => feedHeadRead(token),
    async handle({ token, scope, loaded: head, now }) {
      const open = await deps.connections.ofShop(scope, now, mostConnections);
      const retryAfterSeconds = waitForShare(open, token.actor.id, now);
      if (retryAfterSeconds !== undefined) {
        const message = `You have ${mostOfSeller} live connections in this shop: close one of them.`;
        throw new AppError('too_many_requests', message, { retryAfterSeconds });
      }
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
