import { describe, expect, it } from 'vitest';
import { composeAccessNotice, isStillSo } from '../../../../shared/notifications/access-notice-rules.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('a notice of access', () => {
  it('is news only while it is so by this very change', () => {
    const access = buildAccess({ state: 'active', since: noon });
    expect(isStillSo({ state: 'active', since: noon }, access)).toBe(true);
    expect(isStillSo({ state: 'active', since: noon - 1 }, access)).toBe(false);
    expect(isStillSo({ state: 'terminated', since: noon }, access)).toBe(false);
    expect(isStillSo({ state: 'active', since: noon }, undefined)).toBe(false);
  });

  it('says what the shop has, and where', () => {
    const { subject, text, html } = composeAccessNotice('shop-1', 'active', 'https://x.example/?a=1&b="2');
    expect(subject).toBe('Your shop shop-1 now has Seller Security Center');
    expect(text).toContain('You find it here: https://x.example/?a=1&b="2');
    expect(html).toContain('<a href="https://x.example/?a=1&amp;b=&quot;2">');
    expect(composeAccessNotice('shop-1', 'active', undefined).text).toContain('in Seller Center');
  });

  it('says what ends and what is kept', () => {
    const { subject, text, html } = composeAccessNotice('shop-1', 'terminated', 'https://x.example');
    expect(subject).toBe('Seller Security Center has ended for your shop shop-1');
    expect(text).toContain('The list is kept');
    expect(html).not.toContain('href');
  });
});
