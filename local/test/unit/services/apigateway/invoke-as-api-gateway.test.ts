import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApiGatewayInvoker } from '../../../../services/apigateway/invoke-as-api-gateway.ts';
import type { InvocationResult } from '../../../../services/lambda/invocation.ts';
import { buildAuthorizer, buildDeployment } from '../../../../../test/builders/local-deployment.ts';

const integration = { functionArn: 'arn:f', timeoutMilliseconds: 30_000 };
const result: InvocationResult = { payload: { statusCode: 200 }, durationMilliseconds: 1, requestId: 'r-1' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(answer: () => Promise<InvocationResult>, refuses = false) {
  const authorizer = buildAuthorizer(() => refuses);
  const invoked: unknown[] = [];
  const functions = {
    invoke: (...call: unknown[]) => {
      invoked.push(call);
      return answer();
    },
    resolve: () => undefined,
    close: () => Promise.resolve(),
  };
  const invoke = createApiGatewayInvoker({ deployment: buildDeployment(), functions, authorizer });
  return { asked: authorizer.asked, invoked, begin: () => invoke('api1/$default/GET/open', integration, { a: 1 }) };
}
const inMilliseconds = (milliseconds: number) => () =>
  new Promise<InvocationResult>((resolve) => setTimeout(() => resolve(result), milliseconds));

describe('createApiGatewayInvoker', () => {
  it('invokes the function with the event, and leaves no timer behind', async () => {
    const { begin, invoked } = open(() => Promise.resolve(result));
    expect(await begin()).toEqual({ type: 'ended', result });
    expect(invoked).toEqual([['arn:f', { a: 1 }]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes a function’s own error for an end, which each API words by itself', async () => {
    const failed: InvocationResult = { ...result, functionError: 'Unhandled' };
    expect(await open(() => Promise.resolve(failed)).begin()).toEqual({ type: 'ended', result: failed });
  });

  it('asks the policy of the function in the name of the API, stage and route', async () => {
    const { begin, asked } = open(() => Promise.resolve(result));
    await begin();
    expect(asked).toEqual([
      {
        principal: {
          type: 'service',
          service: 'apigateway.amazonaws.com',
          sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/$default/GET/open',
          label: 'apigateway',
        },
        action: 'lambda:InvokeFunction',
        resource: 'arn:f',
        context: {},
      },
    ]);
  });

  it('does not invoke what does not permit it', async () => {
    const { begin, invoked } = open(() => Promise.resolve(result), true);
    expect(await begin()).toEqual({ type: 'refused', because: 'apigateway may not lambda:InvokeFunction on arn:f' });
    expect(invoked).toEqual([]);
  });

  it('waits as long as the integration says, and no longer', async () => {
    const inTime = open(inMilliseconds(29_999)).begin();
    const late = open(inMilliseconds(30_001)).begin();
    await vi.advanceTimersByTimeAsync(30_001);
    expect(await inTime).toMatchObject({ type: 'ended' });
    expect(await late).toEqual({ type: 'late', because: 'no answer within 30000 ms' });
  });
});
