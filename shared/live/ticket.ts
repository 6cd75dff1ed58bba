import { createHash, randomBytes } from 'node:crypto';

/** How long a ticket can be used: a client asks for it and connects. */
export const ticketMilliseconds = 30_000;

/** API Gateway ends a connection after two hours, whoever holds it. */
export const connectionMilliseconds = 2 * 3_600_000;

/** 256 bits that nobody can guess, in the characters of an URL. */
export function newTicket(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text could be a ticket: others are not worth a read. */
export function looksLikeTicket(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is stored of a ticket: whoever reads the table cannot connect with it. */
export function ticketHash(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}
