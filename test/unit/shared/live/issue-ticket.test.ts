import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { issueTicket } from '../../../../shared/live/issue-ticket.ts';
import { connectionMilliseconds, ticketHash } from '../../../../shared/live/ticket.ts';
import type { Ticket, TicketStore } from '../../../../shared/live/ticket-store.ts';
import { noon } from '../../../builders/fakes/clock.ts';

function fakeTickets() {
  const kept = new Map<string, Ticket>();
  const store: TicketStore = {
    issue: async ({ shopId, actor }, hash, times) => void kept.set(hash, { shopId, subject: actor.id, ...times }),
    read: async (hash) => kept.get(hash),
  };
  return { store, kept };
}
const scope = platformScope('shop', 'ann');

describe('issueTicket', () => {
  it('keeps the hash of a ticket that can be used for 30 seconds, and not the ticket', async () => {
    const { store, kept } = fakeTickets();
    const { ticket, expiresAt, until } = await issueTicket(store, scope, { until: noon + 60_000 }, noon);
    expect(expiresAt).toBe(noon + 30_000);
    expect(await store.read(ticketHash(ticket))).toEqual({ shopId: 'shop', subject: 'ann', expiresAt, until });
    expect(JSON.stringify([...kept])).not.toContain(ticket);
  });

  it('opens a connection that ends with the token, or when API Gateway ends it', async () => {
    const { store } = fakeTickets();
    const untilOf = async (until: number) => (await issueTicket(store, scope, { until }, noon)).until;
    expect(await untilOf(noon + 60_000)).toBe(noon + 60_000);
    expect(await untilOf(noon + 10 * connectionMilliseconds)).toBe(noon + connectionMilliseconds);
  });

  it('makes another ticket each time', async () => {
    const { store, kept } = fakeTickets();
    for (let count = 0; count < 3; count++) await issueTicket(store, scope, { until: noon }, noon);
    expect(kept.size).toBe(3);
  });
});
