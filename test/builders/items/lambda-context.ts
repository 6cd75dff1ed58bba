import type { Context } from 'aws-lambda';

/** What Lambda hands to a handler beside the event. */
export function buildContext(overrides: Partial<Context> = {}): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'ssc-local-test',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:ssc-local-test',
    memoryLimitInMB: '256',
    awsRequestId: 'b0c2a3f4-0000-4000-8000-000000000001',
    logGroupName: '/aws/lambda/ssc-local-test',
    logStreamName: 'test',
    getRemainingTimeInMillis: () => 30_000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
    ...overrides,
  };
}
