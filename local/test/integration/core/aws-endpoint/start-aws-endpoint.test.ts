import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../builders/open-endpoint.ts';

const aws = useEndpoint();

/** The answer to a request that names this host. */
async function ask(host: string): Promise<string> {
  const socket = connect(Number(new URL(aws.url).port), '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

describe('the AWS endpoint', () => {
  it('serves nobody whose host is another than this machine, whatever they signed', async () => {
    for (const host of ['rebound.example', `rebound.example:${new URL(aws.url).port}`, '127.0.0.1.rebound.example'])
      expect(await ask(host)).toMatch(/^HTTP\/1\.1 403 .*Only requests to 127\.0\.0\.1/s);
    expect(aws.recorder.recent()).toEqual([]);
  });

  it('asks for a signature under every name of this machine', async () => {
    for (const host of ['127.0.0.1', 'localhost:3001', '[::1]'])
      expect(await ask(host)).not.toContain('Only requests to');
    const answer = await aws.sqs('ops').send(new GetQueueUrlCommand({ QueueName: 'ssc-local-orders' }));
    expect(answer.QueueUrl).toContain('ssc-local-orders');
  });
});
