import type { ShopScope, TokenScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { connectionMilliseconds, newTicket, ticketHash, ticketMilliseconds } from './ticket.ts';
import type { TicketStore } from './ticket-store.ts';

export interface IssuedTicket {
  /** Shown once: the store holds its hash. */
  readonly ticket: string;
  readonly expiresAt: EpochMilliseconds;
  /** When the connection that it opens will end. */
  readonly until: EpochMilliseconds;
}

/** A ticket for one connection of the seller's, which ends with their token. */
export async function issueTicket(
  tickets: TicketStore,
  scope: ShopScope,
  token: Pick<TokenScope, 'until'>,
  now: EpochMilliseconds,
): Promise<IssuedTicket> {
  const ticket = newTicket();
  const expiresAt = now + ticketMilliseconds;
  const until = Math.min(token.until, now + connectionMilliseconds);
  await tickets.issue(scope, ticketHash(ticket), { until, expiresAt });
  return { ticket, expiresAt, until };
}
