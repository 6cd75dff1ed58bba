import { SendEmailCommand, SESv2Client, SESv2ServiceException } from '@aws-sdk/client-sesv2';
import type { ShopId } from '../kernel/ids.ts';
import { requestBounds } from '../table/request-bounds.ts';
import type { Message } from './message-rules.ts';

export type MailOutcome =
  | { readonly type: 'sent' }
  /** Certainly not sent, and asking again would not help. */
  | { readonly type: 'refused'; readonly errorName: string }
  /** Certainly not sent; later it may be. */
  | { readonly type: 'not_now'; readonly errorName: string };

export interface Mailer {
  /** Rejects when nobody knows whether it was sent. */
  send(to: string, message: Message, shopId: ShopId): Promise<MailOutcome>;
}

/** Of this message or this sender: the next attempt would end the same way. */
const final = ['MessageRejected', 'MailFromDomainNotVerifiedException', 'BadRequestException', 'NotFoundException'];

/** One attempt only: SES sends again what it is asked again, so that a repeat must be ours to decide and to count. */
export function openMail(): SESv2Client {
  return new SESv2Client(requestBounds(1, 10_000));
}

/** Mails of SES. The address is a person's: it stands in the request and nowhere else. */
export function createMailSender(client: SESv2Client, sender: string): Mailer {
  return {
    async send(to, { subject, text, html }, shopId) {
      const part = (data: string) => ({ Data: data, Charset: 'UTF-8' });
      const command = new SendEmailCommand({
        FromEmailAddress: sender,
        Destination: { ToAddresses: [to] },
        EmailTags: [{ Name: 'shopId', Value: shopId }],
        Content: { Simple: { Subject: part(subject), Body: { Text: part(text), Html: part(html) } } },
      });
      try {
        await client.send(command);
        return { type: 'sent' };
      } catch (error) {
        const status = error instanceof SESv2ServiceException ? (error.$metadata.httpStatusCode ?? 500) : 500;
        if (!(error instanceof SESv2ServiceException) || status >= 500) throw error;
        return { type: final.includes(error.name) ? 'refused' : 'not_now', errorName: error.name };
      }
    },
  };
}
