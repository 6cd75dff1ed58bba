import { describe, expect, it } from 'vitest';
import { composeDigest, mostListed } from '../../../../shared/notifications/message-rules.ts';
import type { DigestContent } from '../../../../shared/notifications/message-rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const content = (overrides: Partial<DigestContent> = {}): DigestContent => ({
  shopId: 'shop-1',
  alerts: [buildOrderAlert()],
  more: 0,
  timeZone: 'Africa/Cairo',
  ...overrides,
});

describe('the message of a digest', () => {
  it('says what waits, how grave it is and until when, in the shop’s zone', () => {
    const refund = { kind: 'risk_refund', severity: 'low' } as const;
    const { subject, text } = composeDigest(content({ alerts: [buildOrderAlert(), refund, refund] }));
    expect(subject).toBe('3 alerts in your shop shop-1 need your action');
    expect(text).toContain('1 Security Alert Order, 2 Risk Refunds.');
    expect(text).toContain('- Security Alert Order, high risk, act by 22 Nov 2026, 15:00 (Africa/Cairo, UTC+02:00)');
    expect(text).toContain('- Risk Refund, low risk, no deadline');
    expect(text).toContain('no performance penalty');
    expect(text).toContain('in Seller Center');
  });

  it.each([
    ['Etc/GMT+5', '08:00 (Etc/GMT+5, UTC-05:00)'],
    ['Asia/Kathmandu', '18:45 (Asia/Kathmandu, UTC+05:45)'],
    ['GB', '13:00 (GB, UTC+00:00)'],
    ['America/St_Johns', '09:30 (America/St_Johns, UTC-03:30)'],
  ])('says in %s which hour is meant by its offset, too', (timeZone, time) => {
    expect(composeDigest(content({ timeZone })).text).toContain(`22 Nov 2026, ${time}`);
  });

  it('says the offset of the deadline’s own day', () => {
    const alerts = [buildOrderAlert({ respondBy: Date.parse('2026-07-01T12:00:00Z') })];
    const { text } = composeDigest(content({ alerts, timeZone: 'Europe/London' }));
    expect(text).toContain('1 Jul 2026, 13:00 (Europe/London, UTC+01:00)');
  });

  it('speaks of one alert as one', () => {
    expect(composeDigest(content()).subject).toBe('1 alert in your shop shop-1 needs your action');
  });

  it('says where to find one, and where to find several', () => {
    const refund = buildOrderAlert({ kind: 'risk_refund' });
    for (const consoleUrl of [undefined, 'https://x.example/']) {
      const one = composeDigest(content({ consoleUrl }));
      const two = composeDigest(content({ consoleUrl, alerts: [refund, refund] }));
      for (const words of [one.text, one.html]) expect(words).toContain('You find it ');
      for (const words of [two.text, two.html]) expect(words).toContain('You find them ');
    }
  });

  it('says of which alerts the deadline is near, in subject and text', () => {
    const plain = buildOrderAlert();
    const near = buildOrderAlert({ announcedFor: noon + 3_600_000 });
    const moved = buildOrderAlert({ announcedFor: noon });
    const lead = 'in your shop shop-1 need';
    for (const [alerts, subject] of [
      [[near], `1 alert ${lead}s your action: its deadline is near`],
      [[near, near], `2 alerts ${lead} your action: their deadlines are near`],
      [[near, plain, moved], `3 alerts ${lead} your action: the deadline of 1 is near`],
      [[near, near, plain], `3 alerts ${lead} your action: the deadlines of 2 are near`],
      [[plain, moved], `2 alerts ${lead} your action`],
    ] as const) {
      const message = composeDigest(content({ alerts }));
      expect(message.subject).toBe(subject);
      const nearOnes = alerts.filter((alert) => alert === near).length;
      for (const words of [message.text, message.html]) {
        expect(words.match(/high risk, deadline near: act by 22 Nov/g) ?? []).toHaveLength(nearOnes);
        expect(words.includes('Please note: ')).toBe(nearOnes > 0);
      }
    }
  });

  it('lists a part of many, and counts the others', () => {
    const alerts = Array.from({ length: mostListed + 2 }, () => buildOrderAlert());
    const { subject, text, html } = composeDigest(content({ alerts, more: 5 }));
    expect(subject).toMatch(/^57 alerts/);
    expect(text.match(/^- Security/gm)).toHaveLength(mostListed);
    expect(text).toContain('- and 7 more');
    expect(text).toContain('52 Security Alert Orders, 5 others.');
    expect(html.match(/<li>/g)).toHaveLength(mostListed + 1);
  });

  it('names no buyer, order, amount or reason', () => {
    const canary = buildOrderAlert({
      buyerId: 'CANARY',
      orderId: 'CANARY',
      subject: { type: 'order', id: 'CANARY' },
      reasons: ['CANARY'],
      lastAction: {
        type: 'cancel_order',
        requestedAt: noon,
        requestedBy: 'CANARY',
        outcome: 'refused',
        refusal: 'CANARY',
      },
    });
    expect(JSON.stringify(composeDigest(content({ alerts: [canary] })))).not.toContain('CANARY');
  });

  it('escapes what it puts into HTML, and links to the console', () => {
    const { html, text } = composeDigest(content({ shopId: '<b>&"\'', consoleUrl: 'https://x.example/?a=1&b="2' }));
    expect(html).toContain('&lt;b&gt;&amp;&quot;&#39;');
    expect(html).toContain('<a href="https://x.example/?a=1&amp;b=&quot;2">');
    expect(html).not.toContain('<b>');
    expect(text).toContain('https://x.example/?a=1&b="2');
  });
});
