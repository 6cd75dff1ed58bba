import type { Mailer } from './mail-sender.ts';

/** Pauses between tries, in milliseconds: together well below the 30 s that the function has. */
const pauses = [500, 1000, 2000, 4000, 4000];

/**
 * Waits where the mail service takes nothing now. A run over thousands of shops comes faster than SES lets mails out:
 * left to the queue alone, which gives a message five times, some would end as dead letters.
 *
 * @param pause waits so many milliseconds.
 */
export function createPatientMailer(mailer: Mailer, pause: (milliseconds: number) => Promise<unknown>): Mailer {
  return {
    async send(to, message, shopId) {
      for (const longest of pauses) {
        const outcome = await mailer.send(to, message, shopId);
        if (outcome.type !== 'not_now') return outcome;
        // Not all at once again.
        await pause(longest * (0.5 + Math.random() / 2));
      }
      return mailer.send(to, message, shopId);
    },
  };
}
