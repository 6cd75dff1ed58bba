import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import type { OutboxEvent } from '../../../../shared/events/outbox.ts';
import { deliver } from '../../../../shared/notifications/deliver-message.ts';
import type { Finish } from '../../../../shared/notifications/digest-items.ts';
import type { MailOutcome } from '../../../../shared/notifications/mail-sender.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';

const scope = platformScope('s', 'tests');
const message = { subject: 'Three alerts', text: 'They wait.', html: '<p>They wait.</p>' };
const email = { channel: 'email', address: 'ann@example.com' } as const;

/** A claim, a mail service that answers so, and what became of both. */
function buildDelivery(answer: () => MailOutcome = () => ({ type: 'sent' }), mayRepeat = false) {
  const mails: unknown[] = [];
  const counted: string[] = [];
  const finished: { finish: Finish; event: OutboxEvent | undefined }[] = [];
  const deps = {
    mailer: {
      send: async (...mail: readonly unknown[]) => {
        mails.push(mail);
        return answer();
      },
    },
    metrics: {
      possiblyRepeated: () => void counted.push('repeated'),
      failed: (reason: string) => void counted.push(reason),
    },
    clock: buildClock(),
    newId: () => 'event-1',
  };
  const claimed = {
    scope,
    mayRepeat,
    finish: async (finish: Finish, event?: OutboxEvent) => {
      finished.push({ finish, event });
      return true;
    },
  };
  return { deps, claimed, mails, counted, finished };
}

describe('deliver', () => {
  it('mails to the address that the shop wants, once, and marks the claim as sent', async () => {
    const { deps, claimed, mails, counted, finished } = buildDelivery();
    await deliver(deps, claimed, email, message);
    expect(mails).toEqual([['ann@example.com', message, 's']]);
    expect(finished).toEqual([{ finish: { status: 'sent', at: noon }, event: undefined }]);
    expect(counted).toEqual([]);
  });

  it('shows a message in Seller Center by the event of the write that marks it, and mails nothing', async () => {
    const { deps, claimed, mails, finished } = buildDelivery(undefined, true);
    await deliver(deps, claimed, { channel: 'seller_center_message', address: 'ann@example.com' }, message);
    expect(mails).toEqual([]);
    expect(finished).toMatchObject([
      {
        finish: { status: 'sent', at: noon },
        event: {
          eventId: 'event-1',
          type: 'Seller Center Message Requested',
          detail: { shopId: 's', subject: message.subject, body: message.text },
        },
      },
    ]);
  });

  it('counts a mail that may have gone out before', async () => {
    const { deps, claimed, counted, mails } = buildDelivery(undefined, true);
    await deliver(deps, claimed, email, message);
    expect(counted).toEqual(['repeated']);
    expect(mails).toHaveLength(1);
  });

  it('fails for good without an address, and is no repeat', async () => {
    const { deps, claimed, counted, mails, finished } = buildDelivery(undefined, true);
    await deliver(deps, claimed, { channel: 'email' }, message);
    expect(mails).toEqual([]);
    expect(counted).toEqual(['no_address']);
    expect(finished).toMatchObject([{ finish: { status: 'failed', at: noon, reason: 'no_address' } }]);
  });

  it('fails for good where the mail is refused', async () => {
    const { deps, claimed, counted, finished } = buildDelivery(() => ({
      type: 'refused',
      errorName: 'MessageRejected',
    }));
    await deliver(deps, claimed, email, message);
    expect(counted).toEqual(['MessageRejected']);
    expect(finished).toMatchObject([{ finish: { status: 'failed', at: noon, reason: 'MessageRejected' } }]);
  });

  it('gives the claim back where the mail service takes nothing now, and says so', async () => {
    const { deps, claimed, counted, finished } = buildDelivery(() => ({
      type: 'not_now',
      errorName: 'TooManyRequests',
    }));
    await expect(deliver(deps, claimed, email, message)).rejects.toMatchObject({ code: 'unavailable' });
    expect(finished).toMatchObject([{ finish: { status: 'pending', at: noon, reason: 'TooManyRequests' } }]);
    expect(counted).toEqual([]);
  });

  it('leaves the claim as it is where nobody knows whether the mail went out', async () => {
    const { deps, claimed, finished } = buildDelivery(() => {
      throw new Error('time-out');
    });
    await expect(deliver(deps, claimed, email, message)).rejects.toThrow('time-out');
    expect(finished).toEqual([]);
  });
});
