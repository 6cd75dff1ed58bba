import { describe, expect, it } from 'vitest';
import { createCalls } from '../../../../ops/smoke/calls.ts';
import { useAnsweringServer } from '../../../builders/fakes/answering-server.ts';

const { serve } = useAnsweringServer();
const by = { token: 'secret' };

describe('calls of the canary', () => {
  it('asks again what may pass, and remembers the request that logs know', async () => {
    const { url, requests } = await serve([503, '{}'], [0, ''], [200, '{"items":[]}', { 'apigw-requestid': 'r-2' }]);
    const calls = createCalls();
    expect(await calls.send({ method: 'GET', url, by })).toMatchObject({ status: 200, body: { items: [] } });
    expect(calls.lastRequestId()).toBe('r-2');
    expect(requests).toHaveLength(3);
  });

  it('takes the number of a problem before that of a header, and leaves other refusals to the step', async () => {
    const problem = JSON.stringify({ code: 'forbidden', requestId: 'p-1' });
    const { url, requests } = await serve([403, problem, { 'apigw-requestid': 'r-1' }]);
    const calls = createCalls();
    expect(await calls.send({ method: 'PUT', url, by, body: {} })).toMatchObject({ status: 403 });
    expect(calls.lastRequestId()).toBe('p-1');
    expect(requests).toHaveLength(1);
  });

  it('signs for a caller', async () => {
    const { url, requests } = await serve([200, '']);
    const signer = { accessKeyId: 'ops', secretAccessKey: 'local', service: 'execute-api' };
    await createCalls().send({ method: 'POST', url, by: { signer }, body: { a: 1 } });
    expect(requests[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=ops\//);
  });

  it('says when nobody answers', async () => {
    const { url } = await serve([0, '']);
    await expect(createCalls(1).send({ method: 'GET', url, by })).rejects.toThrow(/no answer/);
  });
});
