import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../builders/open-endpoint.ts';

const email = (overrides: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: 'Security Center <security-center@shop.example>',
  Destination: { ToAddresses: ['seller@elsewhere.example'] },
  Content: {
    Simple: {
      Subject: { Data: 'Zwei Meldungen für Sie', Charset: 'UTF-8' },
      Body: { Text: { Data: 'Zwei.' }, Html: { Data: '<p>Zwei.</p>' } },
    },
  },
  EmailTags: [{ Name: 'shopId', Value: '7494049642642441621' }],
  ...overrides,
});

describe('SES at the AWS endpoint', () => {
  const aws = useEndpoint();
  const send = (overrides: Partial<SendEmailCommandInput> = {}) =>
    aws.ses(aws.functionKeys('ssc-local-gate')).send(new SendEmailCommand(email(overrides)));

  it('keeps an e-mail of an identity of the template, on the local clock', async () => {
    aws.clock.advance(86_400);
    expect((await send()).MessageId).toMatch(/^[\w-]{36}$/);
    expect(aws.messages.recent()).toEqual([
      {
        channel: 'email',
        at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        from: 'Security Center <security-center@shop.example>',
        to: ['seller@elsewhere.example'],
        subject: 'Zwei Meldungen für Sie',
        text: 'Zwei.',
        html: '<p>Zwei.</p>',
        shopId: '7494049642642441621',
      },
    ]);
    const [message] = aws.messages.recent();
    expect(Date.parse(message?.at ?? '') - Date.now()).toBeGreaterThan(86_000_000);
    expect(aws.recorder.recent().at(-1)).toMatchObject({ service: 'ses', operation: 'SendEmail', status: 200 });
  });

  it('rejects a sender that is no identity, as SES does', async () => {
    await expect(send({ FromEmailAddress: 'a@nowhere.example' })).rejects.toMatchObject({
      name: 'MessageRejected',
      message: expect.stringContaining('not verified') as string,
      $metadata: { httpStatusCode: 400 },
    });
    expect(aws.messages.recent()).toEqual([]);
  });

  it('refuses whoever may not send in the name of the identity', async () => {
    await expect(aws.ses('ops').send(new SendEmailCommand(email()))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('identity/shop.example') as string,
    });
  });

  it('refuses what it does not play, without a word of the content', async () => {
    const raw = send({ Content: { Raw: { Data: Buffer.from('Subject: canary') } } });
    await expect(raw).rejects.toMatchObject({ name: 'BadRequestException' });
    await expect(raw).rejects.not.toMatchObject({ message: expect.stringContaining('canary') as string });
  });

  it('takes faults like any other service', async () => {
    const fault = { kind: 'error', code: 'TooManyRequestsException', status: 429 } as const;
    aws.faults.add([{ service: 'ses', operation: 'SendEmail', fault, times: 1 }]);
    await expect(send()).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    aws.faults.add([{ service: 'ses', operation: 'SendEmail', fault: { kind: 'lost_reply' }, times: 1 }]);
    await expect(send()).rejects.toThrow('socket hang up');
    expect(aws.messages.recent()).toHaveLength(1);
  });
});
