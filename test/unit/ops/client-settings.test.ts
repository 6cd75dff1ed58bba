import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clientSettings } from '../../../ops/client-settings.ts';
import { useAnsweringServer } from '../../builders/fakes/answering-server.ts';

const server = useAnsweringServer();
afterEach(() => void vi.unstubAllEnvs());

describe('the clients of commands', () => {
  it('do not wait for ever', async () => {
    const { url } = await server.serve(['never', '']);
    const client = new SQSClient({ ...clientSettings({ endpoint: url, isLocal: true }, 50), maxAttempts: 1 });
    try {
      await expect(client.send(new ListQueuesCommand())).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      client.destroy();
    }
  });

  it('go to this machine with the local key of ops, and elsewhere with what the environment says', async () => {
    vi.stubEnv('AWS_PROFILE', '');
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    const endpoint = 'http://127.0.0.1:1';
    expect(clientSettings({ endpoint, isLocal: true })).toMatchObject({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'ops' },
    });
    const elsewhere = clientSettings({ isLocal: false });
    expect(elsewhere.region).toBe('eu-central-1');
    expect(elsewhere).not.toHaveProperty('credentials');
    expect(elsewhere).not.toHaveProperty('endpoint');
  });
});
