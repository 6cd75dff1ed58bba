import { describe, expect, it } from 'vitest';
import { composeEnding } from '../../../../shared/notifications/ending-message-rules.ts';
import { mostListed } from '../../../../shared/notifications/message-rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const content = { shopId: 'shop-1', ends: [noon], timeZone: 'Africa/Cairo' };

describe('the message of blocks that end', () => {
  it('says how many and when, in the shop’s zone, and what to do', () => {
    const { subject, text, html } = composeEnding(content);
    expect(subject).toBe('1 block in your shop shop-1 ends soon');
    for (const words of [text, html]) {
      expect(words).toContain('1 block ends on 22 Nov 2026, 14:00 (Africa/Cairo, UTC+02:00)');
      expect(words).toContain('To keep it, extend it on your Block List in Seller Center');
    }
    const many = composeEnding({ ...content, ends: [noon, noon + 1], consoleUrl: 'https://x.example/?a=1&b=2' });
    expect(many.subject).toBe('2 blocks in your shop shop-1 end soon');
    expect(many.text).toContain('here: https://x.example/?a=1&b=2');
    expect(many.html).toContain('<a href="https://x.example/?a=1&amp;b=2">here</a>');
  });

  it('lists some, and says how many more there are', () => {
    const { text } = composeEnding({ ...content, ends: Array.from({ length: 1000 }, () => noon) });
    expect(text.match(/1 block ends/g)).toHaveLength(mostListed);
    expect(text).toContain('and 950 more');
  });
});
