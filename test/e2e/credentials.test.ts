import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSigner } from '../../clients/signed-fetch.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441701';
const checks = { checks: [{ shopId, buyerId: '1' }] };

describe('credentials', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const asSeller = (authorization?: string) =>
    fetch(
      `${runtime.httpUrl}/v1/shops/${shopId}/access`,
      authorization === undefined ? {} : { headers: { authorization } },
    );
  const client = (accessKeyId: string, secretAccessKey = 'local') => ({
    endpoint: runtime.endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
  const putEvent = (accessKeyId: string, secretAccessKey?: string, source = 'marketplace.orders') => {
    const events = new EventBridgeClient(client(accessKeyId, secretAccessKey));
    const entry = { EventBusName: 'ssc-local', Source: source, DetailType: 'Order Status Changed', Detail: '{}' };
    return events.send(new PutEventsCommand({ Entries: [entry] }));
  };
  const invokeGate = (accessKeyId: string, secretAccessKey?: string) => {
    const lambda = new LambdaClient(client(accessKeyId, secretAccessKey));
    return lambda.send(new InvokeCommand({ FunctionName: 'ssc-local-gate', Payload: JSON.stringify(checks) }));
  };

  it('are not needed for health and the API description', async () => {
    expect((await fetch(`${runtime.httpUrl}/v1/health`)).status).toBe(200);
    const description = await fetch(`${runtime.httpUrl}/v1/openapi.json`);
    expect(((await description.json()) as { openapi: string }).openapi).toMatch(/^3\.1/);
  });

  it('answer a route that does not exist in the product’s own words', async () => {
    const response = await fetch(`${runtime.httpUrl}/v1/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not_found' });
  });

  it('are needed by sellers', async () => {
    for (const authorization of [undefined, 'Bearer nonsense']) {
      const response = await asSeller(authorization);
      expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }]);
    }
  });

  it('of a seller need the scope', async () => {
    const response = await asSeller(await runtime.token({ shops: [`${shopId}:owner`], scope: 'openid' }));
    expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
  });

  it('of a seller open only the shops that they name', async () => {
    const response = await asSeller(await runtime.token({ shops: ['1:owner'] }));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'forbidden' });
  });

  it('of a service open only its own routes', async () => {
    const init = { body: checks };
    expect((await runtime.signedFetch('order-service', '/v1/gate/decisions', init)).status).toBe(200);
    expect((await runtime.signedFetch('order-service', '/v1/admin/shops')).status).toBe(403);
    expect((await runtime.signedFetch('marketplace', '/v1/gate/decisions', init)).status).toBe(403);
    expect(
      (
        await runtime.signedFetch(
          { ...localSigner('order-service'), secretAccessKey: 'wrong' },
          '/v1/gate/decisions',
          init,
        )
      ).status,
    ).toBe(403);
    expect(
      (await fetch(`${runtime.httpUrl}/v1/gate/decisions`, { method: 'POST', body: JSON.stringify(checks) })).status,
    ).toBe(403);
  });

  it('of the marketplace put its events through an AWS SDK', async () => {
    expect((await putEvent('marketplace')).FailedEntryCount).toBe(0);
    await expect(putEvent('marketplace', 'wrong')).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    await expect(putEvent('order-service')).rejects.toThrow('not authorized to perform: events:PutEvents');
    await expect(putEvent('marketplace', undefined, 'ssc')).rejects.toThrow(
      'not authorized to perform: events:PutEvents',
    );
  });

  it('of the order service invoke the gate through an AWS SDK', async () => {
    const { Payload, FunctionError } = await invokeGate('order-service');
    expect(FunctionError).toBeUndefined();
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({ decisions: [{ decision: 'allow' }] });
    await expect(invokeGate('marketplace')).rejects.toThrow('not authorized to perform: lambda:InvokeFunction');
    await expect(invokeGate('order-service', 'wrong')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });
});
