import { describe, expect, it } from 'vitest';
import { composeAccessNotice, isStillSo } from '../../../../shared/notifications/access-notice-rules.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';
import { accessEndReasons } from '../../../../shared/kernel/words/access.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const active = { state: 'active' } as const;
const ended = { state: 'terminated' } as const;

describe('a notice of access', () => {
  it('is news only while it is so by this very change', () => {
    const access = buildAccess({ state: 'active', since: noon });
    expect(isStillSo({ state: 'active', since: noon }, access)).toBe(true);
    expect(isStillSo({ state: 'active', since: noon - 1 }, access)).toBe(false);
    expect(isStillSo({ state: 'terminated', since: noon }, access)).toBe(false);
    expect(isStillSo({ state: 'active', since: noon }, undefined)).toBe(false);
  });

  it('says what the shop has, and where', () => {
    const { subject, text, html } = composeAccessNotice('shop-1', active, 'https://x.example/?a=1&b="2');
    expect(subject).toBe('Your shop shop-1 now has Seller Security Center');
    expect(text).toContain('You find it here: https://x.example/?a=1&b="2');
    expect(html).toContain('<a href="https://x.example/?a=1&amp;b=&quot;2">');
    expect(composeAccessNotice('shop-1', active, undefined).text).toContain('in Seller Center');
  });

  it('says what ends, what is kept, why, and how to complain', () => {
    const { subject, text, html } = composeAccessNotice('shop-1', ended, 'https://x.example/?a=1&b=2');
    expect(subject).toBe('Seller Security Center has ended for your shop shop-1');
    expect(text).toContain('The list is kept');
    expect(text).toContain('The marketplace decided to end it.');
    expect(text).toContain('can file a complaint here: https://x.example/?a=1&b=2');
    expect(html).toContain('<a href="https://x.example/?a=1&amp;b=2">here</a>.');
    expect(composeAccessNotice('shop-1', ended, undefined).text).toContain('file a complaint in Seller Center');
  });

  it.each(accessEndReasons)('has a sentence of its own for an end by %s', (reasonCode) => {
    const sentences = new Set(
      accessEndReasons.map((one) => composeAccessNotice('s', { ...ended, reasonCode: one }, undefined).text),
    );
    expect(sentences.size).toBe(accessEndReasons.length);
    expect(composeAccessNotice('s', { ...ended, reasonCode }, undefined).text).toMatch(
      /The marketplace (decided|ended)/,
    );
  });

  it('shows the words for the shop with their lines, and as words alone', () => {
    const { text, html } = composeAccessNotice('s', { ...ended, text: 'Dear <b>Ann</b>,\r\nread\n"4".' }, undefined);
    expect(text).toContain('\nDear <b>Ann</b>,\nread\n"4".\n');
    expect(html).toContain(
      '<blockquote dir="auto">Dear &lt;b&gt;Ann&lt;/b&gt;,<br>read<br>&quot;4&quot;.</blockquote>',
    );
  });

  it('says nothing of an end to a shop that has access', () => {
    const { text } = composeAccessNotice('s', { ...active, reasonCode: 'misuse', text: 'SECRET' }, undefined);
    expect(text).not.toMatch(/SECRET|complaint/);
  });
});
