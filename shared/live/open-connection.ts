import { platformScope } from '../access/scope.ts';
import type { Clock } from '../kernel/clock.ts';
import type { ConnectionStore } from './connection-store.ts';
import { isAllowedOrigin } from './origin-rules.ts';
import { mostConnections } from './push-frames.ts';
import { looksLikeTicket, ticketHash } from './ticket.ts';
import type { TicketStore } from './ticket-store.ts';

export interface OpenDeps {
  readonly tickets: TicketStore;
  readonly connections: ConnectionStore;
  readonly clock: Clock;
  readonly allowedOrigins: readonly string[];
}

/** The status that answers a handshake; what refuses one says no more. */
export async function openConnection(
  { tickets, connections, clock, allowedOrigins }: OpenDeps,
  handshake: {
    readonly connectionId: string;
    readonly ticket: string | undefined;
    readonly origin: string | undefined;
  },
): Promise<200 | 401 | 403 | 429> {
  if (!isAllowedOrigin(handshake.origin, allowedOrigins)) return 403;
  if (!looksLikeTicket(handshake.ticket)) return 401;
  const hash = ticketHash(handshake.ticket);
  const ticket = await tickets.read(hash);
  const now = clock.now();
  if (!ticket || ticket.expiresAt <= now || ticket.until <= now) return 401;
  const others = await connections.ofShop(platformScope(ticket.shopId, 'live'), now, mostConnections);
  if (others.filter(({ until }) => until > now).length >= mostConnections) return 429;
  // Used up, expired or without access by now: all the same to whoever asks.
  return (await connections.open(hash, ticket, handshake.connectionId, now)) ? 200 : 401;
}
