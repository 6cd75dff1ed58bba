import type { EventSourceMappingModel } from '../model.ts';
import type { Discard } from './stream-batch.ts';
import type { StreamRecord } from '../../dynamodb/stream-record.ts';

/**
 * The message to an on-failure destination: where the records lie in the stream, never the records themselves.
 * Source: "Retain discarded records for a DynamoDB event source" of the Lambda guide.
 *
 * @param now epoch milliseconds on the local clock
 */
export function toDiscardMessage(
  mapping: EventSourceMappingModel,
  shardId: string,
  discard: Discard,
  now: number,
): string {
  const { records, lastResult } = discard;
  const [first] = records;
  const last = records.at(-1);
  return JSON.stringify({
    requestContext: {
      requestId: lastResult?.requestId ?? '',
      functionArn: mapping.functionArn,
      condition: discard.condition,
      approximateInvokeCount: discard.invocations,
    },
    ...(lastResult && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        ...(lastResult.functionError !== undefined && { functionError: lastResult.functionError }),
      },
    }),
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: mapping.sourceArn,
    },
  });
}

function arrival(record: StreamRecord | undefined): string | undefined {
  if (!record) return undefined;
  return new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();
}
