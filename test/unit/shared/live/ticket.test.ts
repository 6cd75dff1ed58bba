import { describe, expect, it } from 'vitest';
import { looksLikeTicket, newTicket, ticketHash } from '../../../../shared/live/ticket.ts';

describe('a ticket', () => {
  it('looks like one, and no two are the same', () => {
    const tickets = Array.from({ length: 1000 }, () => newTicket());
    expect(tickets.every(looksLikeTicket)).toBe(true);
    expect(new Set(tickets).size).toBe(1000);
  });

  it.each([
    undefined,
    '',
    'x'.repeat(42),
    'x'.repeat(44),
    `${'x'.repeat(42)}+`,
    `${'x'.repeat(43)}\n`,
  ])('is not worth a read for %j', (text) => {
    expect(looksLikeTicket(text)).toBe(false);
  });

  it('is stored as a digest that does not hold it', () => {
    const ticket = newTicket();
    expect(ticketHash(ticket)).toBe(ticketHash(ticket));
    expect(ticketHash(ticket)).not.toBe(ticketHash(newTicket()));
    expect(ticketHash(ticket)).not.toContain(ticket);
  });
});
