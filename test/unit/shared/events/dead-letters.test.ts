import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { DeadLetter } from '../../../../shared/events/dead-letter.ts';
import { createDeadLetters } from '../../../../shared/events/dead-letters.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A queue that answers as SQS does, or refuses everything. */
async function start({ refuses = false } = {}) {
  const received: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push(JSON.parse(body) as Record<string, unknown>);
      response.writeHead(refuses ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(
        JSON.stringify(
          refuses ? { __type: 'com.amazonaws.sqs#InvalidMessageContents', message: 'too long' } : { MessageId: 'm' },
        ),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new SQSClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    md5: false,
    maxAttempts: 1,
  });
  cleanUps.push(() => {
    client.destroy();
    server.close();
    server.closeAllConnections();
  });
  return { deadLetters: createDeadLetters(`${endpoint}/000000000000/dead-letters`, client), received };
}

describe('dead letters', () => {
  it('hold the body as it was, with reason and detail beside it', async () => {
    const { deadLetters, received } = await start();
    await deadLetters.add('{ "n" : 1 }', new DeadLetter('invalid_event', 'detail.n'));
    expect(received).toEqual([
      expect.objectContaining({
        QueueUrl: expect.stringContaining('/dead-letters'),
        MessageBody: '{ "n" : 1 }',
        MessageAttributes: {
          reason: { DataType: 'String', StringValue: 'invalid_event' },
          detail: { DataType: 'String', StringValue: 'detail.n' },
        },
      }),
    ]);
  });

  it('carry no empty detail, which SQS would refuse', async () => {
    const { deadLetters, received } = await start();
    await deadLetters.add('x', new DeadLetter('malformed_json'));
    expect(received[0]?.['MessageAttributes']).toEqual({
      reason: { DataType: 'String', StringValue: 'malformed_json' },
    });
  });

  it('cut a long detail, which would count against the size of the message', async () => {
    const { deadLetters, received } = await start();
    await deadLetters.add('x', new DeadLetter('invalid_event', 'detail.x, '.repeat(500)));
    expect(received[0]).toMatchObject({ MessageAttributes: { detail: { StringValue: 'detail.x, '.repeat(100) } } });
  });

  it('hold in JSON’s own way what SQS refuses: raw U+FFFF and the like', async () => {
    const { deadLetters, received } = await start();
    await deadLetters.add('{"username":"a\uffff\ufffe\ud800"}', new DeadLetter('invalid_event', 'detail.\u0001'));
    expect(received[0]).toMatchObject({
      MessageBody: '{"username":"a\\uffff\\ufffe\\ud800"}',
      MessageAttributes: { detail: { StringValue: 'detail.\\u0001' } },
    });
  });

  it('reject what the queue does not take', async () => {
    const { deadLetters } = await start({ refuses: true });
    await expect(deadLetters.add('x', new DeadLetter('malformed_json'))).rejects.toThrow('too long');
  });
});
