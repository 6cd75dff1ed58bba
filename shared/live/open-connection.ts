import { platformScope } from '../access/scope.ts';
import type { Clock } from '../kernel/clock.ts';
import type { ConnectionStore } from './connection-store.ts';
import { isAllowedOrigin } from './origin-rules.ts';
import type { FrameSender } from './frame-sender.ts';
import { mostConnections } from './push-frames.ts';
import { beyondTheirShare } from './seller-share-rules.ts';
import { looksLikeTicket, ticketHash } from './ticket.ts';
import type { TicketStore } from './ticket-store.ts';

export interface OpenDeps {
  readonly tickets: TicketStore;
  readonly connections: ConnectionStore;
  readonly sender: FrameSender;
  readonly clock: Clock;
  readonly allowedOrigins: readonly string[];
}

/** The status that answers a handshake; what refuses one says no more. */
export async function openConnection(
  { tickets, connections, sender, clock, allowedOrigins }: OpenDeps,
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
  const scope = platformScope(ticket.shopId, 'live');
  const others = await connections.ofShop(scope, now, mostConnections);
  const theirs = beyondTheirShare(others, ticket.subject, now, 1);
  if (others.filter(({ until }) => until > now).length - theirs.length >= mostConnections) return 429;
  // Used up, expired or without access by now: all the same to whoever asks.
  if (!(await connections.open(hash, ticket, handshake.connectionId, now))) return 401;
  // Asked again behind the write, so that of several that open at once the last one sees all.
  for (const oldest of beyondTheirShare(
    await connections.ofShop(scope, now, 2 * mostConnections),
    ticket.subject,
    now,
  )) {
    await connections.forget(oldest);
    // Where it opens just now, or closing fails: it gets no pushes, and is closed with its next message.
    await sender.close(oldest.connectionId).catch(() => 'unknown');
  }
  return 200;
}
