import type { EpochMilliseconds } from '../kernel/clock.ts';
import { composeMessage } from './message-part-rules.ts';
import { escapeHtml } from './message-rules.ts';
import type { Message } from './message-rules.ts';
import { endingOf } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import type { AccessEndReason } from '../kernel/words/access.ts';

/** What the event of a granted or ended access says. */
export interface AccessNews {
  readonly state: 'active' | 'terminated';
  readonly since: EpochMilliseconds;
}

/**
 * Whether it is still so, by this very change: an invitation that was overtaken by the end of the access would be
 * wrong, and one that was overtaken by another would come twice.
 */
export function isStillSo(news: AccessNews, access: Access | undefined): access is Access {
  return access?.state === news.state && access.since === news.since;
}

/** What a shop is told: of the end also why, in the words that are meant for it; nothing of what ops wrote for themselves, nor of any buyer. */
export function composeAccessNotice(
  shopId: string,
  access: Pick<Access, 'state' | 'reasonCode' | 'text'>,
  consoleUrl: string | undefined,
): Message {
  return access.state === 'active' ? invitation(shopId, consoleUrl) : ending(shopId, endingOf(access), consoleUrl);
}

function invitation(shopId: string, consoleUrl: string | undefined): Message {
  const subject = `Your shop ${shopId} now has Seller Security Center`;
  const intro = `Your shop ${shopId} was selected for Seller Security Center.`;
  const offers = [
    'Alerts on orders and refunds that look risky: cancelling such an order, or rejecting such a refund, brings no performance penalty.',
    'A Block List: buyers on it cannot place new orders in your shop.',
    'What was intercepted for you, as it happens.',
  ];
  const where = 'You find it in Seller Center, under Security Center.';
  return {
    subject,
    text: [
      intro,
      '',
      ...offers.map((offer) => `- ${offer}`),
      '',
      consoleUrl === undefined ? where : `You find it here: ${consoleUrl}`,
      '',
    ].join('\n'),
    html: [
      `<p>${escapeHtml(intro)}</p>`,
      `<ul>${offers.map((offer) => `<li>${escapeHtml(offer)}</li>`).join('')}</ul>`,
      `<p>${consoleUrl === undefined ? escapeHtml(where) : `You find it <a href="${escapeHtml(consoleUrl)}">here</a>.`}</p>`,
    ].join('\n'),
  };
}

const reasons: Readonly<Record<AccessEndReason, string>> = {
  misuse: 'The marketplace ended it because it was used in a way that it is not meant for.',
  inactivity: 'The marketplace ended it because it was hardly used.',
  policy: 'The marketplace ended it because of its policies for shops.',
  other: 'The marketplace decided to end it.',
};

function ending(
  shopId: string,
  { reasonCode = 'other', text }: ReturnType<typeof endingOf>,
  consoleUrl: string | undefined,
): Message {
  return composeMessage(`Seller Security Center has ended for your shop ${shopId}`, [
    { line: `Your shop ${shopId} no longer has Seller Security Center. ${reasons[reasonCode]}` },
    ...(text === undefined ? [] : [{ quote: text }]),
    { line: 'Buyers on its Block List can place new orders again, and no alerts are raised.' },
    { line: 'The list is kept: should your shop have access again, blocks that have not expired count again.' },
    { lead: 'If you think that this is wrong, an owner or agent of the shop can file a complaint', consoleUrl },
  ]);
}
