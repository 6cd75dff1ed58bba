import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDynamodb, openQueue } from '../../../../shared/aws-json/open-client.ts';
import { startScriptedAwsServer } from '../../../builders/fakes/scripted-aws-server.ts';
import type { ScriptedAwsServer } from '../../../builders/fakes/scripted-aws-server.ts';

/** Nobody listens there: a client that went there would fail. */
const nowhere = 'http://127.0.0.1:9';
const environment = { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' };

let server: ScriptedAwsServer;
beforeAll(async () => {
  server = await startScriptedAwsServer();
});
beforeEach(() => void (server.received.length = 0));
afterAll(() => server.close());

describe('openDynamodb', () => {
  it('speaks to DynamoDB at the endpoint of the environment, signed for its region', async () => {
    const endpoints = { AWS_ENDPOINT_URL: nowhere, AWS_ENDPOINT_URL_DYNAMODB: server.url.href };
    const client = openDynamodb({ ...environment, ...endpoints });
    await client.send('GetItem', '{}').reply;
    client.destroy();
    expect(server.received.map(({ headers }) => headers)).toMatchObject([
      {
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        authorization: expect.stringContaining('/eu-west-3/dynamodb/aws4_request') as string,
      },
    ]);
  });

  it.each([
    [{ AWS_REGION: '' }, 'AWS_REGION is missing'],
    [{ AWS_ENDPOINT_URL: 'http://localhost/path' }, 'may have no path'],
    [{ AWS_ENDPOINT_URL: 'localhost' }, 'Invalid URL'],
  ])('stops the start on %j', (wrong, message) => {
    expect(() => openDynamodb({ ...environment, ...wrong })).toThrow(message);
  });
});

describe('openQueue', () => {
  it('speaks to SQS where the URL of the queue says, whatever endpoint is configured', async () => {
    const client = openQueue({ ...environment, AWS_ENDPOINT_URL: nowhere }, `${server.url.href}000000000000/stops`);
    await client.send('SendMessage', '{}').reply;
    client.destroy();
    expect(server.received).toMatchObject([
      {
        path: '/',
        headers: {
          'x-amz-target': 'AmazonSQS.SendMessage',
          authorization: expect.stringContaining('/eu-west-3/sqs/aws4_request') as string,
        },
      },
    ]);
  });

  it('stops the start without a region, and on a URL that is none', () => {
    expect(() => openQueue({ ...environment, AWS_REGION: '' }, server.url.href)).toThrow('AWS_REGION is missing');
    expect(() => openQueue(environment, 'stops')).toThrow('Invalid URL');
  });
});
