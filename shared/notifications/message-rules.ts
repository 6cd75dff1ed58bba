import type { Alert } from '../alerts/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';

/** The alerts of one shop that need action, the most urgent first. */
export interface DigestContent {
  readonly shopId: string;
  readonly alerts: readonly Pick<Alert, 'kind' | 'severity' | 'respondBy' | 'announcedFor'>[];
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
  const { shopId, alerts, timeZone, consoleUrl } = content;
  const count = alerts.length + content.more;
  const waiting =
    count === 1
      ? `1 alert in your shop ${shopId} needs your action`
      : `${count} alerts in your shop ${shopId} need your action`;
  const near = nearness(count, alerts.filter(isNear).length);
  const listed = alerts.slice(0, mostListed).map((alert) => lineOf(alert, timeZone));
  const unlisted = count - listed.length;
  const lines = [...listed, ...(unlisted > 0 ? [`and ${unlisted} more`] : [])];
  const find = `You find ${count === 1 ? 'it' : 'them'}`;
  const where =
    consoleUrl === undefined ? `${find} in Seller Center, under Security Center.` : `${find} here: ${consoleUrl}`;
  const intro = `${waiting}: ${countsOf(content)}.${near === undefined ? '' : ` Please note: ${near}.`}`;
  return {
    subject: near === undefined ? waiting : `${waiting}: ${near}`,
    text: [intro, '', ...lines.map((line) => `- ${line}`), '', where, free, ''].join('\n'),
    html: [
      `<p>${escapeHtml(intro)}</p>`,
      `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
      `<p>${consoleUrl === undefined ? escapeHtml(where) : `${find} <a href="${escapeHtml(consoleUrl)}">here</a>.`}</p>`,
      `<p>${escapeHtml(free)}</p>`,
    ].join('\n'),
  };
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

/** `22 Nov 2026, 14:00 (Africa/Cairo, UTC+02:00)`: the offset, since a zone's name does not tell everybody which hour is meant. */
function timeIn(timeZone: string, at: EpochMilliseconds): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return `${format.format(at)} (${timeZone}, ${offsetIn(timeZone, at)})`;
}

/** `UTC+02:00`, as the zone has it at that instant. */
function offsetIn(timeZone: string, at: EpochMilliseconds): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return `UTC${offset === '' ? '+00:00' : offset}`;
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
