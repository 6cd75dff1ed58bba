import {
  BadRequestException,
  MessageRejected,
  SESv2ServiceException,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import { createMailSender } from '../../../../shared/notifications/mail-sender.ts';

const message = { subject: 'Hello', text: 'plain', html: '<p>rich</p>' };
const about = (httpStatusCode: number) => ({ message: 'no', $metadata: { httpStatusCode } });

function send(answer: (input: unknown) => unknown) {
  const client = { send: async (command: { input: unknown }) => answer(command.input) } as unknown as SESv2Client;
  return createMailSender(client, 'us@shop.example').send('ann@example.com', message, 'shop-1');
}
const failing = (error: Error) => send(() => Promise.reject(error));

describe('a mail', () => {
  it('goes out in plain text and HTML', async () => {
    const sent: unknown[] = [];
    expect(await send((input) => sent.push(input))).toEqual({ type: 'sent' });
    expect(sent).toEqual([
      {
        FromEmailAddress: 'us@shop.example',
        Destination: { ToAddresses: ['ann@example.com'] },
        EmailTags: [{ Name: 'shopId', Value: 'shop-1' }],
        Content: {
          Simple: {
            Subject: { Data: 'Hello', Charset: 'UTF-8' },
            Body: {
              Text: { Data: 'plain', Charset: 'UTF-8' },
              Html: { Data: '<p>rich</p>', Charset: 'UTF-8' },
            },
          },
        },
      },
    ]);
  });

  it('is refused for good where asking again would not help', async () => {
    for (const error of [new MessageRejected(about(400)), new BadRequestException(about(400))])
      expect(await failing(error)).toEqual({ type: 'refused', errorName: error.name });
  });

  it('waits where it is too much now, or a permission is missing', async () => {
    const denied = new SESv2ServiceException({ ...about(403), name: 'AccessDeniedException', $fault: 'client' });
    for (const error of [new TooManyRequestsException(about(429)), denied])
      expect(await failing(error)).toEqual({ type: 'not_now', errorName: error.name });
  });

  it('may have gone out when the answer is lost or the service fails', async () => {
    await expect(failing(new Error('time-out'))).rejects.toThrow('time-out');
    const broken = new SESv2ServiceException({ ...about(503), name: 'ServiceUnavailable', $fault: 'server' });
    await expect(failing(broken)).rejects.toBe(broken);
  });
});
