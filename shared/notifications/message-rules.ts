import type { Alert } from '../alerts/rules.ts';
import { timeIn } from './time-text-rules.ts';

/** The alerts of one shop that need action, the most urgent first. */
export interface DigestContent {
  readonly shopId: string;
  readonly alerts: readonly Pick<Alert, 'kind' | 'severity' | 'respondBy' | 'announcedFor'>[];
  /** Confirmed frauds, which need no action. */
  readonly outcomes?: readonly Pick<Alert, 'severity'>[];
  /** How many more there are than those. */
  readonly more: number;
  /** IANA zone in which the shop reads times. */
  readonly timeZone: string;
  readonly consoleUrl?: string | undefined;
}

export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** So many are listed; of the others it is only said that there are some. */
export const mostListed = 50;

const kindNames: Readonly<Record<Alert['kind'], readonly [one: string, many: string]>> = {
  security_alert_order: ['Security Alert Order', 'Security Alert Orders'],
  risk_refund: ['Risk Refund', 'Risk Refunds'],
  fraud_outcome: ['fraud outcome', 'fraud outcomes'],
};
const free = 'Cancelling a Security Alert Order or rejecting a Risk Refund brings no performance penalty.';

/** A digest in words: kinds, severities and deadlines, nothing of any buyer or order, since a mailbox is no safe place. */
export function composeDigest(content: DigestContent): Message {
  const { shopId, alerts, outcomes = [], consoleUrl } = content;
  const frauds = fraudsOf(outcomes.length, shopId);
  if (alerts.length === 0 && frauds !== undefined) return composeOutcomes(frauds, content);
  const count = alerts.length + content.more;
  const waiting =
    count === 1
      ? `1 alert in your shop ${shopId} needs your action`
      : `${count} alerts in your shop ${shopId} need your action`;
  const near = nearness(count, alerts.filter(isNear).length);
  const lines = linesOf(content, count);
  const where = leadTo(count, consoleUrl);
  const intro = `${waiting}: ${countsOf(content)}.${near === undefined ? '' : ` Please note: ${near}.`}`;
  const also = frauds === undefined ? [] : [`${frauds}. ${nothingToDo}`];
  return {
    subject: near === undefined ? waiting : `${waiting}: ${near}`,
    text: [intro, '', ...lines.map((line) => `- ${line}`), '', ...also, where.text, free, ''].join('\n'),
    html: [
      `<p>${escapeHtml(intro)}</p>`,
      `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
      ...also.map((line) => `<p>${escapeHtml(line)}</p>`),
      `<p>${where.html}</p>`,
      `<p>${escapeHtml(free)}</p>`,
    ].join('\n'),
  };
}

const nothingToDo = 'The platform has blocked it already; there is nothing to do.';

function fraudsOf(count: number, shopId: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? `1 fraud in your shop ${shopId} was confirmed`
    : `${count} frauds in your shop ${shopId} were confirmed`;
}

/** Where nothing waits. Of those that the digest only counts nobody knows what they are. */
function composeOutcomes(frauds: string, { outcomes = [], more, consoleUrl }: DigestContent): Message {
  const others = more === 0 ? '' : ` There are ${more} more alerts.`;
  const where = leadTo(outcomes.length + more, consoleUrl);
  const intro = `${frauds}. ${nothingToDo}${others}`;
  return {
    subject: frauds,
    text: [intro, '', where.text, ''].join('\n'),
    html: [`<p>${escapeHtml(intro)}</p>`, `<p>${where.html}</p>`].join('\n'),
  };
}

function linesOf({ alerts, timeZone }: DigestContent, count: number): readonly string[] {
  const listed = alerts.slice(0, mostListed).map((alert) => lineOf(alert, timeZone));
  const unlisted = count - listed.length;
  return [...listed, ...(unlisted > 0 ? [`and ${unlisted} more`] : [])];
}

/** Where the console is, or where else to look. */
function leadTo(count: number, consoleUrl: string | undefined): { readonly text: string; readonly html: string } {
  const find = `You find ${count === 1 ? 'it' : 'them'}`;
  const elsewhere = `${find} in Seller Center, under Security Center.`;
  return consoleUrl === undefined
    ? { text: elsewhere, html: escapeHtml(elsewhere) }
    : { text: `${find} here: ${consoleUrl}`, html: `${find} <a href="${escapeHtml(consoleUrl)}">here</a>.` };
}

/** Its deadline has been announced as near: that is what the shop is told of, and no first message. */
function isNear({ respondBy, announcedFor }: DigestContent['alerts'][number]): boolean {
  return respondBy !== undefined && announcedFor === respondBy;
}

function nearness(count: number, near: number): string | undefined {
  if (near === 0) return undefined;
  if (near === count) return count === 1 ? 'its deadline is near' : 'their deadlines are near';
  return near === 1 ? 'the deadline of 1 is near' : `the deadlines of ${near} are near`;
}

/** `2 Security Alert Orders, 1 Risk Refund`; those that nobody has looked at again are `others`. */
function countsOf({ alerts, more }: DigestContent): string {
  const counts = new Map<Alert['kind'], number>();
  for (const { kind } of alerts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const named = [...counts].map(([kind, count]) => `${count} ${kindNames[kind][count === 1 ? 0 : 1]}`);
  return [...named, ...(more > 0 ? [`${more} others`] : [])].join(', ');
}

function lineOf(alert: DigestContent['alerts'][number], timeZone: string): string {
  const { kind, severity, respondBy } = alert;
  const by = respondBy === undefined ? 'no deadline' : `act by ${timeIn(timeZone, respondBy)}`;
  const until = isNear(alert) ? `deadline near: ${by}` : by;
  return `${kindNames[kind][0]}, ${severity} risk, ${until}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, inside an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
