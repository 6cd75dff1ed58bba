import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAwsClient } from '../../../../shared/aws-json/aws-client.ts';
import type { AwsClient } from '../../../../shared/aws-json/aws-client.ts';
import { isRetryable } from '../../../../shared/aws-json/aws-error.ts';
import { startScriptedAwsServer } from '../../../builders/fakes/scripted-aws-server.ts';
import type { ScriptedAnswer, ScriptedAwsServer } from '../../../builders/fakes/scripted-aws-server.ts';

const environment = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' };
const outcome = (reply: Promise<unknown>) =>
  reply.then(
    () => ({ name: 'none', status: 200, passing: false }),
    (error: Error & { status?: number; code?: string }) => ({
      name: error.code ?? error.name,
      status: error.status,
      passing: isRetryable(error),
    }),
  );

let server: ScriptedAwsServer;
let client: AwsClient;
beforeAll(async () => {
  server = await startScriptedAwsServer();
});
beforeEach(() => {
  server.answer = () => ({ status: 200 });
  server.received.length = 0;
  client = createAwsClient({ service: 'dynamodb', endpoint: server.url, region: 'us-east-1', environment });
  return () => client.destroy();
});
afterAll(() => server.close());

describe('the AWS client of the gate', () => {
  it('posts the input to the operation, signed, and parses what comes back', async () => {
    server.answer = () => ({ status: 200, body: '{"Item":{"x":{"S":"ä"}}}' });
    expect(await client.send('GetItem', '{"a":"ß"}').reply).toEqual({ Item: { x: { S: 'ä' } } });
    expect(server.received).toMatchObject([
      {
        path: '/',
        body: '{"a":"ß"}',
        headers: {
          host: server.url.host,
          'x-amz-target': 'DynamoDB_20120810.GetItem',
          'content-type': 'application/x-amz-json-1.0',
          connection: 'keep-alive',
        },
      },
    ]);
  });

  it('takes an empty reply, and one of many chunks', async () => {
    server.answer = () => ({ status: 200, body: '' });
    expect(await client.send('GetItem', '{}').reply).toEqual({});
    const long = 'x'.repeat(300_000);
    server.answer = () => ({ status: 200, body: JSON.stringify({ long }) });
    expect(await client.send('GetItem', '{}').reply).toEqual({ long });
  });

  it('uses one connection for one call after the other', async () => {
    const before = server.connections();
    for (let call = 0; call < 5; call++) await client.send('GetItem', '{}').reply;
    expect(server.connections() - before).toBe(1);
  });

  it.each<[string, ScriptedAnswer]>([
    ['before the reply', 'reset'],
    ['within it', 'break'],
  ])('rejects when the connection breaks %s, and works on the next one', async (_, answer) => {
    server.answer = () => answer;
    expect(await outcome(client.send('GetItem', '{}').reply)).toMatchObject({ name: 'ECONNRESET', passing: true });
    server.answer = () => ({ status: 200 });
    expect(await client.send('GetItem', '{}').reply).toEqual({});
  });

  it('ends a call that is abandoned, at once or after a while, but never one that is done', async () => {
    server.answer = () => 'hang';
    for (const after of [0, 20]) {
      const call = client.send('GetItem', '{}');
      call.abandonAfter(after);
      expect(await outcome(call.reply)).toMatchObject({ name: 'ECONNRESET' });
    }
    server.answer = () => ({ status: 200 });
    const done = client.send('GetItem', '{}');
    await done.reply;
    const before = server.connections();
    done.abandonAfter(0);
    await client.send('GetItem', '{}').reply;
    expect(server.connections()).toBe(before);
  });

  it('does not repeat what is no JSON, and says so', async () => {
    server.answer = () => ({ status: 200, body: '<html>' });
    expect(await outcome(client.send('GetItem', '{}').reply)).toMatchObject({ name: 'SyntaxError', passing: false });
  });

  it('rejects when nobody listens', async () => {
    const nowhere = createAwsClient({
      service: 'sqs',
      endpoint: new URL('http://127.0.0.1:1'),
      region: 'r',
      environment,
    });
    expect(await outcome(nowhere.send('SendMessage', '{}').reply)).toMatchObject({
      name: 'ECONNREFUSED',
      passing: true,
    });
  });
});

const typed = (type: string) => JSON.stringify({ __type: type, message: 'no' });
const refusals: [string, ScriptedAnswer & object][] = [
  ...[
    'ProvisionedThroughputExceededException',
    'ThrottlingException',
    'RequestLimitExceeded',
    'LimitExceededException',
  ],
  ...['TransactionInProgressException', 'ResourceNotFoundException', 'ExpiredTokenException', 'ValidationException'],
  ...['UnrecognizedClientException', 'AccessDeniedException', 'ItemCollectionSizeLimitExceededException'],
].map((name): [string, ScriptedAnswer & object] => [
  name,
  { status: 400, body: typed(`com.amazonaws.dynamodb.v20120810#${name}`) },
]);
refusals.push(
  ['a server error', { status: 500, body: typed('com.amazonaws.dynamodb.v20120810#InternalServerError') }],
  ['a name alone', { status: 400, body: typed('ThrottlingException') }],
  ['a name with its documentation', { status: 400, body: typed('x.y#SlowDown:http://internal.amazon.com/z/') }],
  ['a header', { status: 400, headers: { 'x-amzn-errortype': 'Throttling:http://x/' } }],
  ['a code', { status: 400, body: '{"code":"RequestThrottled"}' }],
  ['an object without a name', { status: 503, body: '{"oops":1}' }],
  ['an empty object', { status: 400, body: '{}' }],
  ...[429, 501, 502, 503, 504].map((status): [string, ScriptedAnswer & object] => [
    `${status}`,
    { status, body: typed('ns#Nameless') },
  ]),
);

describe('the errors of the AWS client', () => {
  it.each(refusals)("are named, and taken as passing, as by the SDK's: %s", async (_, answer) => {
    server.answer = () => answer;
    const ours = await outcome(client.send('GetItem', '{}').reply);
    server.received.length = 0;
    const sdk = new DynamoDBClient({
      endpoint: server.url.href,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 's' },
      maxAttempts: 2,
    });
    const error = (await sdk
      .send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'p' } } }))
      .catch((thrown: unknown) => thrown)) as Error & { $metadata: { httpStatusCode: number } };
    sdk.destroy();
    expect(ours).toEqual({
      name: error.name,
      status: error.$metadata.httpStatusCode,
      passing: server.received.length === 2,
    });
  });

  it('are passing when Node says that the network failed, and not when anything else did', () => {
    for (const code of ['ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']) {
      expect(isRetryable(Object.assign(new Error('x'), { code }))).toBe(true);
    }
    expect(isRetryable(new TypeError('x'))).toBe(false);
    expect(isRetryable('x')).toBe(false);
  });

  it('say the status where a proxy answers', async () => {
    server.answer = () => ({ status: 503, body: '<html>busy</html>' });
    expect(await outcome(client.send('GetItem', '{}').reply)).toEqual({
      name: 'Unknown',
      status: 503,
      passing: true,
    });
  });
});
