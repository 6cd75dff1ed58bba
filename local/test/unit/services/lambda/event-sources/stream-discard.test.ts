import { describe, expect, it } from 'vitest';
import type { Discard } from '../../../../../services/lambda/event-sources/stream-batch.ts';
import { toDiscardMessage } from '../../../../../services/lambda/event-sources/stream-discard.ts';
import type { StreamRecord } from '../../../../../services/dynamodb/stream-record.ts';
import { buildMapping } from '../../../../../../test/builders/local-deployment.ts';

const mapping = buildMapping({ sourceArn: 'arn:stream' });
const record = (SequenceNumber: string, ApproximateCreationDateTime: number) =>
  ({
    dynamodb: { Keys: { pk: { S: 'secret' } }, SequenceNumber, ApproximateCreationDateTime },
  }) as unknown as StreamRecord;
const records = [record('1', 1_700_000_000), record('2', 1_700_000_001), record('3', 1_700_000_060)];
const lastResult = { payload: { errorMessage: 'no' }, durationMilliseconds: 1, requestId: 'r-1' };
const render = (discard: Partial<Discard>) => {
  const whole: Discard = { condition: 'RetryAttemptsExhausted', records, invocations: 4, ...discard };
  return toDiscardMessage(mapping, 'shard-1', whole, Date.parse('2026-11-22T10:00:00Z'));
};

describe('toDiscardMessage', () => {
  it('says why, and where the records lie in the stream', () => {
    expect(JSON.parse(render({ lastResult: { ...lastResult, functionError: 'Unhandled' } }))).toEqual({
      requestContext: {
        requestId: 'r-1',
        functionArn: mapping.functionArn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 4,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: '2026-11-22T10:00:00.000Z',
      DDBStreamBatchInfo: {
        shardId: 'shard-1',
        startSequenceNumber: '1',
        endSequenceNumber: '3',
        approximateArrivalOfFirstRecord: '2023-11-14T22:13:20.000Z',
        approximateArrivalOfLastRecord: '2023-11-14T22:14:20.000Z',
        batchSize: 3,
        streamArn: 'arn:stream',
      },
    });
  });

  it('holds nothing of the records themselves, nor of what the function answered', () => {
    expect(render({ lastResult })).not.toMatch(/secret|errorMessage/);
  });

  it('has no response where no function was invoked, and no error where it reported its failures', () => {
    const old = JSON.parse(render({ condition: 'RecordAgeExceeded', invocations: 0 })) as object;
    expect(old).not.toHaveProperty('responseContext');
    expect(old).toMatchObject({ requestContext: { condition: 'RecordAgeExceeded', approximateInvokeCount: 0 } });
    expect(JSON.parse(render({ lastResult }))).not.toHaveProperty('responseContext.functionError');
  });

  it('names a single record twice', () => {
    expect(JSON.parse(render({ records: records.slice(1, 2) }))).toMatchObject({
      DDBStreamBatchInfo: { startSequenceNumber: '2', endSequenceNumber: '2', batchSize: 1 },
    });
  });
});
