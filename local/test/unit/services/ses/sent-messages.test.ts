import { describe, expect, it } from 'vitest';
import { createSentMessages } from '../../../../services/ses/sent-messages.ts';

const clock = { now: () => Date.parse('2026-11-22T10:00:00.123Z') };
const requested = (detail: Record<string, unknown>) => ({
  source: 'ssc',
  'detail-type': 'Seller Center Message Requested',
  detail: { version: 1, eventId: 'e', ...detail },
});
const email = (subject: string) =>
  ({ channel: 'email', at: '', from: 'a@shop.example', to: ['b@shop.example'], subject }) as const;

describe('createSentMessages', () => {
  it('takes the Seller Center messages from the events that cross the bus', () => {
    const messages = createSentMessages(clock);
    messages.observe(requested({ shopId: '1', subject: 'Two alerts', body: 'Look.' }));
    expect(messages.recent()).toEqual([
      {
        channel: 'seller_center_message',
        at: '2026-11-22T10:00:00.123Z',
        shopId: '1',
        subject: 'Two alerts',
        text: 'Look.',
      },
    ]);
  });

  it('leaves other events, and those of other sources, alone', () => {
    const messages = createSentMessages(clock);
    messages.observe({ ...requested({}), source: 'marketplace.risk' });
    messages.observe({ ...requested({}), 'detail-type': 'Alert Raised' });
    expect(messages.recent()).toEqual([]);
  });

  it('keeps the last thousand, oldest first', () => {
    const messages = createSentMessages(clock);
    for (let index = 0; index < 1_002; index += 1) messages.add(email(String(index)));
    expect(messages.recent()).toHaveLength(1_000);
    expect(messages.recent()[0]).toMatchObject({ subject: '2' });
    messages.clear();
    expect(messages.recent()).toEqual([]);
  });
});
