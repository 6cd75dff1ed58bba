import type { EpochMilliseconds } from '../kernel/clock.ts';
import { escapeHtml } from './message-rules.ts';
import type { Message } from './message-rules.ts';
import type { Access } from '../access/rules.ts';

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

/** What a shop is told: nothing of why, which is written for ops, and nothing of any buyer. */
export function composeAccessNotice(
  shopId: string,
  state: AccessNews['state'],
  consoleUrl: string | undefined,
): Message {
  return state === 'active' ? invitation(shopId, consoleUrl) : ending(shopId);
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

function ending(shopId: string): Message {
  const lines = [
    `Your shop ${shopId} no longer has Seller Security Center.`,
    'Buyers on its Block List can place new orders again, and no alerts are raised.',
    'The list is kept: should your shop have access again, blocks that have not expired count again.',
  ];
  return {
    subject: `Seller Security Center has ended for your shop ${shopId}`,
    text: [...lines, ''].join('\n'),
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n'),
  };
}
