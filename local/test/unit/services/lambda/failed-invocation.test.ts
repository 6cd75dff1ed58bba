import { describe, expect, it } from 'vitest';
import { describeFailed } from '../../../../services/lambda/failed-invocation.ts';
import { buildFunction } from '../../../../../test/builders/local-deployment.ts';

const model = buildFunction();
const describeWith = (payload: unknown) =>
  describeFailed({
    model,
    payload: { due: 1 },
    result: { payload, functionError: 'Unhandled', durationMilliseconds: 1, requestId: 'r-1' },
    attempts: 3,
    now: Date.parse('2026-11-22T10:00:00Z'),
  });
const attributesOf = (payload: unknown) => describeWith(payload).deadLetter.messageAttributes;

describe('describeFailed', () => {
  it('tells a destination all of the invocation, under the ID that stands in the log', () => {
    const payload = { errorType: 'Error', errorMessage: 'as asked' };
    expect(JSON.parse(describeWith(payload).record.body)).toEqual({
      version: '1.0',
      timestamp: '2026-11-22T10:00:00.000Z',
      requestContext: {
        requestId: 'r-1',
        functionArn: `${model.arn}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: 3,
      },
      requestPayload: { due: 1 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: payload,
    });
  });

  it('gives a dead-letter queue the bare payload, and the failure in attributes', () => {
    expect(describeWith({ errorMessage: 'as asked' }).deadLetter).toEqual({
      body: '{"due":1}',
      messageAttributes: {
        RequestID: { DataType: 'String', StringValue: 'r-1' },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: 'as asked' },
      },
    });
  });

  it.each([
    ['without a message', {}, 'Unhandled'],
    ['with an empty one', { errorMessage: '' }, 'Unhandled'],
    ['with one of more than a kilobyte', { errorMessage: 'x'.repeat(2_000) }, 'x'.repeat(1_024)],
    ['with one that would be cut within a character', { errorMessage: `x${'ü'.repeat(2_000)}` }, `x${'ü'.repeat(511)}`],
  ])('writes an attribute for an error %s', (_, payload, StringValue) => {
    expect(attributesOf(payload)).toMatchObject({ ErrorMessage: { StringValue } });
  });
});
