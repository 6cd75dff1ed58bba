import { describe, expect, it } from 'vitest';
import type { MailOutcome } from '../../../../shared/notifications/mail-sender.ts';
import { createPatientMailer } from '../../../../shared/notifications/patient-mailer.ts';

const notNow: MailOutcome = { type: 'not_now', errorName: 'TooManyRequestsException' };
const message = { subject: 's', text: 't', html: 'h' };

async function send(...outcomes: readonly MailOutcome[]) {
  const pauses: number[] = [];
  let tries = 0;
  const mailer = createPatientMailer(
    { send: async () => outcomes[Math.min(tries++, outcomes.length - 1)] ?? notNow },
    async (milliseconds) => void pauses.push(milliseconds),
  );
  return { outcome: await mailer.send('ann@example.com', message, 's'), tries, pauses };
}

describe('a patient mailer', () => {
  it('tries again where the mail service takes nothing now', async () => {
    expect(await send(notNow, notNow, { type: 'sent' })).toMatchObject({ outcome: { type: 'sent' }, tries: 3 });
  });

  it('does not try again what was taken, or will never be', async () => {
    for (const outcome of [{ type: 'sent' }, { type: 'refused', errorName: 'MessageRejected' }] as const)
      expect(await send(outcome)).toEqual({ outcome, tries: 1, pauses: [] });
  });

  it('gives up well before its function ends', async () => {
    const { outcome, pauses } = await send(notNow);
    expect(outcome).toEqual(notNow);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(12_000);
  });

  it('leaves to its caller what nobody knows', async () => {
    const lost = createPatientMailer({ send: () => Promise.reject(new Error('time-out')) }, async () => undefined);
    await expect(lost.send('ann@example.com', message, 's')).rejects.toThrow('time-out');
  });
});
