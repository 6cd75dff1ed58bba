import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRouteInvoker } from '../../../../services/apigateway-websocket/invoke-route.ts';
import type { InvocationResult } from '../../../../services/lambda/invocation.ts';
import { buildAuthorizer, buildDeployment } from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const route = { key: '$default', functionArn: 'arn:f', responds: true, timeoutMilliseconds: 29_000 };
const api = { id: 'ws1', name: 'live', path: 'Live', stageName: 'live', routeSelector: ['action'], routes: [route] };
const result = { durationMilliseconds: 1, requestId: 'r-1' };
const malformed = 'live $default: 502, the function returned no answer with a status';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(answer: () => Promise<InvocationResult>, refuses = false) {
  const authorizer = buildAuthorizer(() => refuses);
  const { lines, log } = collectLog();
  const functions = { invoke: answer, resolve: () => undefined, close: () => Promise.resolve() };
  const invoke = createRouteInvoker({ deployment: buildDeployment(), functions, authorizer, log });
  return { begin: () => invoke(api, route, {}), lines, asked: authorizer.asked };
}
const answering = (payload: unknown) => open(() => Promise.resolve({ ...result, payload }));

describe('createRouteInvoker', () => {
  it.each([
    [{ statusCode: 200, body: 'text' }, 200, 'text'],
    [{ statusCode: 401 }, 401, undefined],
    [{ statusCode: '204' }, 204, undefined],
    [{ statusCode: 200, body: '' }, 200, undefined],
    [{ statusCode: 200, body: { a: 1 } }, 200, undefined],
    [{ statusCode: 599, headers: {} }, 599, undefined],
  ])('takes %j for an answer', async (payload, status, body) => {
    const { begin, lines } = answering(payload);
    expect(await begin()).toEqual({ type: 'answered', status, body });
    expect(lines).toEqual([]);
  });

  it.each([
    null,
    undefined,
    'text',
    [{ statusCode: 200 }],
    {},
    { body: 'x' },
    { statusCode: 'OK' },
    { statusCode: null },
    { statusCode: 99 },
    { statusCode: 600 },
    { statusCode: 200.5 },
  ])('takes %j for malformed', async (payload) => {
    const { begin, lines } = answering(payload);
    expect(await begin()).toEqual({ type: 'failed', status: 502, message: 'Internal server error' });
    expect(lines).toEqual([malformed]);
  });

  it('says nothing of what a function failed with', async () => {
    const payload = { errorMessage: 'secret', statusCode: 200 };
    const { begin, lines } = open(() => Promise.resolve({ ...result, payload, functionError: 'Unhandled' }));
    expect(await begin()).toEqual({ type: 'failed', status: 502, message: 'Internal server error' });
    expect(lines).toEqual(['live $default: 502, the function failed']);
  });

  it('asks whether the function may be invoked from this route', async () => {
    const { begin, asked, lines } = open(() => expect.unreachable(), true);
    expect(await begin()).toEqual({ type: 'failed', status: 500, message: 'Internal server error' });
    expect(asked).toMatchObject([
      { principal: { sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:ws1/live/$default' } },
    ]);
    expect(lines).toEqual([expect.stringContaining('500, apigateway may not lambda:InvokeFunction')]);
  });

  it('gives up a function that takes longer than the integration', async () => {
    const { begin, lines } = open(() => new Promise(() => undefined));
    const outcome = begin();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(await outcome).toEqual({ type: 'failed', status: 504, message: 'Endpoint request timed out' });
    expect(lines).toEqual(['live $default: 504, no answer within 29000 ms']);
  });
});
