import type { FunctionModel } from './model.ts';
import type { InvocationResult } from './invocation.ts';
import type { Queues } from '../sqs/queues.ts';

type Message = Parameters<Queues['send']>[1];

/**
 * What Lambda writes of an asynchronous invocation that failed for good: the invocation record of a destination, and
 * the bare payload with attributes of a dead-letter queue.
 */
export function describeFailed({
  model,
  payload,
  result,
  attempts,
  now,
}: {
  readonly model: FunctionModel;
  readonly payload: unknown;
  readonly result: InvocationResult;
  readonly attempts: number;
  /** Epoch milliseconds on the local clock. */
  readonly now: number;
}): { readonly record: Message; readonly deadLetter: Message } {
  const { requestId } = result;
  const record = {
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId,
      functionArn: `${model.arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: attempts,
    },
    requestPayload: payload,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: result.functionError },
    responsePayload: result.payload,
  };
  const { errorMessage } = result.payload as { errorMessage?: string };
  return {
    record: { body: JSON.stringify(record) },
    deadLetter: {
      body: JSON.stringify(payload),
      messageAttributes: {
        RequestID: { DataType: 'String', StringValue: requestId },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        // SQS takes no empty attribute, and Lambda cuts the message at 1 KB.
        ErrorMessage: { DataType: 'String', StringValue: firstKilobyte(errorMessage ?? '') || 'Unhandled' },
      },
    },
  };
}

/** Never half a character at its end. */
function firstKilobyte(text: string): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, 1_024), { stream: true });
}
