import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { requestBounds } from '../../../../shared/table/request-bounds.ts';
import { useAnsweringServer } from '../../../builders/fakes/answering-server.ts';

const server = useAnsweringServer();

async function ask(endpoint: string, bounds: ReturnType<typeof requestBounds>): Promise<unknown> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, ...bounds });
  try {
    return await client.send(new ListTablesCommand());
  } finally {
    client.destroy();
  }
}

describe('requestBounds', () => {
  it('ends a request that is never answered with an error', async () => {
    const { url } = await server.serve(['never', '']);
    await expect(ask(url, requestBounds(1, 50))).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it.each([1, 3])('tries %i times and no more', async (attempts) => {
    const { url, requests } = await server.serve([500, '{}']);
    await expect(ask(url, requestBounds(attempts, 10_000))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 500 },
    });
    expect(requests).toHaveLength(attempts);
  });

  it('takes the answer of a later attempt', async () => {
    const { url } = await server.serve([500, '{}'], [200, '{"TableNames":["t"]}']);
    expect(await ask(url, requestBounds(2, 10_000))).toMatchObject({ TableNames: ['t'] });
  });
});
