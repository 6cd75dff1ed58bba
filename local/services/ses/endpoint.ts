import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Account } from '../../core/assembly/resource.ts';
import type { SesTemplate } from './model.ts';
import { withoutUndefined } from '../../core/assembly/json.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import type { SentMessages } from './sent-messages.ts';
import { parseJson } from '../../core/aws-endpoint/endpoint-service.ts';
import type { EndpointService } from '../../core/aws-endpoint/endpoint-service.ts';

const path = /^\/v2\/email\/outbound-emails\/?$/;
/** SES takes 50 recipients in all. */
const mostRecipients = 50;
const content = z.strictObject({ Data: z.string(), Charset: z.string().exactOptional() });
const sendEmail = z.strictObject({
  FromEmailAddress: z.string().min(1),
  Destination: z.strictObject({ ToAddresses: z.array(z.string().min(3)).min(1).max(mostRecipients) }),
  ReplyToAddresses: z.array(z.string()).exactOptional(),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: content,
      Body: z.strictObject({ Text: content.exactOptional(), Html: content.exactOptional() }),
    }),
  }),
  EmailTags: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).exactOptional(),
});

/** SES v2, of it SendEmail with simple content: the e-mail is kept for `GET /_local/messages`, and none is sent. */
export function createSesEndpoint(
  deployment: Account & SesTemplate,
  { messages, clock }: { readonly messages: SentMessages; readonly clock: Pick<LocalClock, 'now'> },
): EndpointService {
  return {
    name: 'ses',
    operations: ['SendEmail'],
    errors: { style: 'rest-json' },
    refusalStatus: 403,
    parse: ({ method, url, body }) => {
      if (method !== 'POST' || !path.test(url))
        throw new AwsError(
          'UnknownOperationException',
          `the local AWS endpoint does not serve ${method} ${url} of SES`,
          404,
        );
      const input = parseJson(body);
      readEmail(input);
      return { operation: 'SendEmail', input };
    },
    requirements: ({ input }) => {
      const { FromEmailAddress, Destination } = readEmail(input);
      const sender = addressOf(FromEmailAddress);
      const arn = `arn:aws:ses:${deployment.region}:${deployment.account}:identity/${identityOf(sender, deployment) ?? sender}`;
      const context = { 'ses:FromAddress': [sender], 'ses:Recipients': Destination.ToAddresses.map(addressOf) };
      return [{ action: 'ses:SendEmail', resource: arn, context }];
    },
    countItems: ({ input }) => sendEmail.safeParse(input).data?.Destination.ToAddresses.length ?? 1,
    perform: ({ input }) => {
      const { FromEmailAddress: from, Destination, Content, EmailTags } = readEmail(input);
      const { Subject, Body } = Content.Simple;
      if (identityOf(addressOf(from), deployment) === undefined) {
        const region = deployment.region.toUpperCase();
        throw new AwsError(
          'MessageRejected',
          `Email address is not verified. The following identities failed the check in region ${region}: ${addressOf(from)}`,
        );
      }
      messages.add({
        channel: 'email',
        at: new Date(clock.now()).toISOString(),
        from,
        to: Destination.ToAddresses,
        subject: Subject.Data,
        ...withoutUndefined({
          text: Body.Text?.Data,
          html: Body.Html?.Data,
          shopId: EmailTags?.find(({ Name }) => Name === 'shopId')?.Value,
        }),
      });
      const reply = JSON.stringify({ MessageId: randomUUID() });
      return Promise.resolve({ status: 200, headers: { 'content-type': 'application/json' }, body: reply });
    },
  };
}

/** @throws AwsError naming each wrong member, or one that is not played here; never their content. */
function readEmail(input: JsonObject): z.infer<typeof sendEmail> {
  const parsed = sendEmail.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);
  throw new AwsError('BadRequestException', problems.join('; '));
}

/** `a@b.example` of `Somebody <a@b.example>`. */
function addressOf(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim();
}

/** The address itself where it is an identity, else its domain, as SES looks. */
function identityOf(address: string, { emailIdentities }: Account & SesTemplate): string | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const is = (wanted: string) =>
    emailIdentities.find(({ identity }) => identity.toLowerCase() === wanted.toLowerCase());
  return (is(address) ?? is(domain))?.identity;
}
