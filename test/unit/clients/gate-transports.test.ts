import { describe, expect, it } from 'vitest';
import { gateByInvoke, gateOverHttp } from '../../../clients/gate-transports.ts';
import type { AskGate } from '../../../clients/gate-transports.ts';
import type { Answer, Connections } from '../../../clients/kept-connections.ts';

const caller = {
  region: 'eu-west-1',
  credentials: () => ({ accessKeyId: 'AKIA1', secretAccessKey: 's', sessionToken: 't' }),
};
const overHttp = gateOverHttp({ ...caller, serviceApiUrl: 'https://service.example' });
const byInvoke = gateByInvoke({ ...caller, functionName: 'ssc-prod-gate' });

/** What was sent, and how this answer is read. */
async function ask(one: AskGate, answer: Partial<Answer>) {
  const sent: { url: string; headers: Readonly<Record<string, string>>; body: string }[] = [];
  const connections: Connections = {
    post: async (url, headers, body) => {
      sent.push({ url: url.href, headers, body });
      return { status: 200, headers: {}, text: '{}', ...answer };
    },
    close: () => undefined,
  };
  return { answer: await one('{"checks":[]}', connections, new AbortController().signal), sent: sent[0] };
}

describe('over HTTP', () => {
  it('signs for API Gateway', async () => {
    const { sent } = await ask(overHttp, {});
    expect(sent).toMatchObject({ url: 'https://service.example/v1/gate/decisions', body: '{"checks":[]}' });
    expect(sent?.headers['authorization']).toMatch(/Credential=AKIA1\/\d{8}\/eu-west-1\/execute-api\/aws4_request/);
    expect(sent?.headers).toMatchObject({ 'content-type': 'application/json', 'x-amz-security-token': 't' });
  });

  it('reads status, body and ID', async () => {
    const { answer } = await ask(overHttp, { status: 503, text: '{"a":1}', headers: { 'apigw-requestid': 'r1' } });
    expect(answer).toEqual({ status: 503, body: { a: 1 }, requestId: 'r1' });
  });

  it('reads nothing in what is no JSON', async () => {
    expect((await ask(overHttp, { text: '<html>' })).answer.body).toBeUndefined();
  });
});

describe('by invoke', () => {
  it('signs for Lambda', async () => {
    const { sent } = await ask(byInvoke, {});
    expect(sent?.url).toBe('https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/ssc-prod-gate/invocations');
    expect(sent?.headers['authorization']).toMatch(/\/eu-west-1\/lambda\/aws4_request/);
  });

  it.each([
    ['a decision', {}, '{"decisions":[]}', 200],
    ['a refusal in the payload', {}, '{"status":400,"code":"validation_failed"}', 400],
    ['a function that failed', { 'x-amz-function-error': 'Unhandled' }, '{"errorMessage":"x"}', 500],
  ])('reads the status of %s', async (_what, headers, text, status) => {
    expect((await ask(byInvoke, { headers, text })).answer.status).toBe(status);
  });

  it("reads Lambda's own refusals", async () => {
    const { answer } = await ask(byInvoke, { status: 429, headers: { 'x-amzn-requestid': 'r2' } });
    expect(answer).toMatchObject({ status: 429, requestId: 'r2' });
  });
});
