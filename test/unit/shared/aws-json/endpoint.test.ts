import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dynamodbEndpoint, queueEndpoint, regionOf } from '../../../../shared/aws-json/endpoint.ts';

interface Sent {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
}
const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
const seen = (sent: Sent[]) => ({
  handle: async (request: Sent) => {
    sent.push(request);
    throw new Error('seen');
  },
});
const origins = (sent: readonly Sent[]) =>
  sent.map(({ protocol, hostname, port }) => new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}`).href);

/** Where the SDK's clients would have sent a read and a message. */
async function bySdk(environment: Readonly<Record<string, string>>, queueUrl: string) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const [reads, messages]: [Sent[], Sent[]] = [[], []];
  const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const dynamodb = new DynamoDBClient({ credentials, maxAttempts: 1, requestHandler: seen(reads) as never });
  const sqs = new SQSClient({ credentials, maxAttempts: 1, requestHandler: seen(messages) as never, logger });
  await dynamodb.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'p' } } })).catch(() => undefined);
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'm' })).catch(() => undefined);
  return { read: origins(reads), message: origins(messages) };
}

const noEndpoint = { AWS_ENDPOINT_URL: '', AWS_ENDPOINT_URL_DYNAMODB: '', AWS_ENDPOINT_URL_SQS: '' };
const regions = ['us-east-1', 'ap-southeast-7', 'cn-northwest-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1'];
const more = ['eu-isoe-west-1', 'us-isof-south-1', 'eusc-de-east-1', 'xx-nowhere-9'];

describe('the endpoints', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ...[...regions, ...more].map((region) => ({ AWS_REGION: region })),
    { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: 'http://127.0.0.1:3001' },
    {
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:3001/',
      AWS_ENDPOINT_URL_DYNAMODB: 'https://d.test',
    },
    { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:8000' },
    { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_SQS: 'http://localhost:8001' },
  ])("are the SDK's for %j", async (given) => {
    const environment: Readonly<Record<string, string>> = { ...noEndpoint, ...given };
    for (const queueUrl of ['http://127.0.0.1:3001/000000000000/q', 'https://sqs.eu-west-1.amazonaws.com/1/q']) {
      expect({
        read: [dynamodbEndpoint(environment).href],
        message: [queueEndpoint(queueUrl).href],
      }).toEqual(await bySdk(environment, queueUrl));
    }
  });

  it('need a region, and a URL without a path', () => {
    expect(() => regionOf({})).toThrow('AWS_REGION is missing');
    expect(() => dynamodbEndpoint({ AWS_REGION: 'r', AWS_ENDPOINT_URL: 'http://h/path' })).toThrow('may have no path');
    expect(() => dynamodbEndpoint({ AWS_REGION: 'r', AWS_ENDPOINT_URL: 'h' })).toThrow();
    expect(() => queueEndpoint('q')).toThrow();
  });
});
