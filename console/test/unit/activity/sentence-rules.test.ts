import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownEvents } from '../../../../shared/contracts/events/catalogue.ts';
import { alertChanges } from '../../../../shared/kernel/words/alerts.ts';
import { toActivity } from '../../../../shared/activity/rules.ts';
import type { RecordedEvent } from '../../../../shared/activity/rules.ts';
import { sentenceOf } from '../../../src/activity/sentence-rules.ts';

const words = JSON.parse(readFileSync(new URL('../../../src/words/en.json', import.meta.url), 'utf8')) as {
  activity: { says: Record<string, string> };
};
const event = (type: string, detail: RecordedEvent['detail'], kind: RecordedEvent['actor']['kind'] = 'seller') =>
  ({ eventId: 'e1', type, at: '2026-11-30T12:00:00.000Z', actor: { kind, id: 'ada' }, detail }) as RecordedEvent;
type Shown = Parameters<typeof sentenceOf>[0];
const shown = (...parts: Parameters<typeof event>): Shown => toActivity(event(...parts)) as Shown;

const alert = { alertId: 'a1', kind: 'risk_refund', subject: { type: 'refund', id: 'r1' }, buyerId: 'b1' };

describe('sentenceOf', () => {
  it.each(ownEvents.map(({ event: { type } }) => type))('has a sentence for %s', (type) => {
    const sentence = sentenceOf(shown(type, { ...alert, change: 'raised' }));
    // An alert that changed has one for each change: below.
    if (type !== 'Alert Changed') expect(sentence.says).not.toBe('other');
    expect(words.activity.says).toHaveProperty(sentence.says);
  });

  it.each(alertChanges.filter((change) => change !== 'raised'))('has a sentence for an alert that is %s', (change) => {
    const { says, thing, alertId } = sentenceOf(shown('Alert Changed', { ...alert, change }));
    expect(says).not.toBe('other');
    expect(words.activity.says).toHaveProperty(says);
    expect({ thing, alertId }).toEqual({ thing: { type: 'refund', id: 'r1' }, alertId: 'a1' });
  });

  it.each([
    ['security_alert_order', 'orderFlagged'],
    ['risk_refund', 'refundFlagged'],
    ['fraud_outcome', 'fraudIntercepted'],
  ])('tells a raised %s from the others', (kind, says) => {
    expect(sentenceOf(shown('Alert Raised', { ...alert, kind })).says).toBe(says);
  });

  it('tells a block that support lifted from one that a seller removed', () => {
    const block = { buyerId: 'b1', blockId: 'x' };
    expect(sentenceOf(shown('Buyer Unblocked', block)).says).toBe('unblocked');
    expect(sentenceOf(shown('Buyer Unblocked', block, 'support')).says).toBe('lifted');
  });

  it('tells a block that came back from a new one', () => {
    expect(sentenceOf(shown('Buyer Blocked', { buyerId: 'b1' })).says).toBe('blocked');
    const removedAt = '2026-11-30T11:50:00.000Z';
    expect(sentenceOf(shown('Buyer Blocked', { buyerId: 'b1', removedAt })).says).toBe('restored');
  });

  it('tells a changed scope from any other change', () => {
    expect(sentenceOf(shown('Block Changed', { buyerId: 'b1' })).says).toBe('blockChanged');
    expect(sentenceOf(shown('Block Changed', { buyerId: 'b1', scopeBefore: 'user_id_only' })).says).toBe(
      'scopeChanged',
    );
  });

  it('names what the fraud was done with, rather than the outcome', () => {
    const fraud = { ...alert, subject: { type: 'outcome', id: 'o1' }, about: { type: 'review', id: 'v1' } };
    expect(sentenceOf(shown('Alert Raised', fraud)).thing).toEqual({ type: 'review', id: 'v1' });
  });

  it('gives parts of a detail as values of the sentence', () => {
    const { values } = sentenceOf(shown('Access Granted', { quotas: { blocks: 100, newBlocksPerDay: 10 } }));
    expect(values).toMatchObject({ quotas_blocks: '100', quotas_newBlocksPerDay: '10' });
  });

  it.each(['Something New', '__proto__', 'constructor'])('says what %s is called, though it is not known', (type) => {
    expect(sentenceOf(shown(type, {}))).toMatchObject({ says: 'other', values: { type } });
  });
});
