import type { EpochMilliseconds } from '../kernel/clock.ts';
import { escapeHtml, mostListed } from './message-rules.ts';
import type { Message } from './message-rules.ts';
import { timeIn } from './time-text-rules.ts';

/** Blocks of one shop that end soon. */
export interface EndingContent {
  readonly shopId: string;
  /** When each ends, the earliest first. */
  readonly ends: readonly EpochMilliseconds[];
  readonly timeZone: string;
  readonly consoleUrl?: string | undefined;
}

/** What ends, and when: nothing of any buyer, since a mailbox is no safe place. */
export function composeEnding({ shopId, ends, timeZone, consoleUrl }: EndingContent): Message {
  const [one, count] = [ends.length === 1, ends.length];
  const subject = one ? `1 block in your shop ${shopId} ends soon` : `${count} blocks in your shop ${shopId} end soon`;
  const intro = `${subject}. From then on ${one ? 'its buyer' : 'their buyers'} can place new orders again.`;
  const listed = ends.slice(0, mostListed).map((at) => `1 block ends on ${timeIn(timeZone, at)}`);
  const unlisted = count - listed.length;
  const lines = [...listed, ...(unlisted > 0 ? [`and ${unlisted} more`] : [])];
  const lead = `To keep ${one ? 'it' : 'one'}, extend it on your Block List`;
  const where = 'in Seller Center, under Security Center.';
  return {
    subject,
    text: [
      intro,
      '',
      ...lines.map((line) => `- ${line}`),
      '',
      `${lead} ${consoleUrl === undefined ? where : `here: ${consoleUrl}`}`,
      '',
    ].join('\n'),
    html: [
      `<p>${escapeHtml(intro)}</p>`,
      `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
      `<p>${lead} ${consoleUrl === undefined ? where : `<a href="${escapeHtml(consoleUrl)}">here</a>.`}</p>`,
    ].join('\n'),
  };
}
