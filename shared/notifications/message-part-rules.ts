import { escapeHtml } from './message-rules.ts';
import type { Message } from './message-rules.ts';

export type Part =
  /** A sentence of ours. */
  | { readonly line: string }
  /** People's words: apart from ours, in their own direction, with their lines. */
  | { readonly quote: string }
  /** What leads to the console: its address, or where else to find it. */
  | { readonly lead: string; readonly consoleUrl: string | undefined };

/** A message of few parts, in both forms. */
export function composeMessage(subject: string, parts: readonly Part[]): Message {
  return {
    subject,
    text: [...parts.map(toText), ''].join('\n'),
    html: parts.map(toHtml).join('\n'),
  };
}

const elsewhere = 'in Seller Center, under Security Center.';

function toText(part: Part): string {
  if ('line' in part) return part.line;
  if ('quote' in part) return ['', ...linesOf(part.quote), ''].join('\n');
  return `${part.lead} ${part.consoleUrl === undefined ? elsewhere : `here: ${part.consoleUrl}`}`;
}

function toHtml(part: Part): string {
  if ('line' in part) return `<p>${escapeHtml(part.line)}</p>`;
  if ('quote' in part) return `<blockquote dir="auto">${linesOf(part.quote).map(escapeHtml).join('<br>')}</blockquote>`;
  const { lead, consoleUrl } = part;
  const where = consoleUrl === undefined ? elsewhere : `<a href="${escapeHtml(consoleUrl)}">here</a>.`;
  return `<p>${escapeHtml(lead)} ${where}</p>`;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/);
}
