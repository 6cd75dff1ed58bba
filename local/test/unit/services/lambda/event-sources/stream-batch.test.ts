import { describe, expect, it } from 'vitest';
import { workStreamBatch } from '../../../../../services/lambda/event-sources/stream-batch.ts';
import type { BatchOptions, Discard } from '../../../../../services/lambda/event-sources/stream-batch.ts';
import type { StreamRecord } from '../../../../../services/dynamodb/stream-record.ts';

function buildRecord(sequenceNumber: string): StreamRecord {
  return {
    eventID: sequenceNumber,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    dynamodb: {
      Keys: {},
      SequenceNumber: sequenceNumber,
      SizeBytes: 1,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      ApproximateCreationDateTime: 1_700_000_000,
    },
  };
}

/** What a function answers to a batch of sequence numbers: `error`, or those it reports as failed. */
type Behaviour = (batch: string, call: number) => 'error' | readonly (string | null)[];

async function work(
  records: string,
  behaviour: Behaviour,
  mapping: Partial<BatchOptions['mapping']> = {},
  over: Partial<BatchOptions> = {},
) {
  const invoked: string[] = [];
  const checkpoints: string[] = [];
  const discards: Discard[] = [];
  const pauses: number[] = [];
  await workStreamBatch(records.split('').map(buildRecord), {
    mapping: { reportsBatchItemFailures: true, ...mapping },
    invoke: (batch) => {
      const numbers = batch.map((record) => record.dynamodb.SequenceNumber).join('');
      invoked.push(numbers);
      const answer = behaviour(numbers, invoked.length);
      const common = { durationMilliseconds: 1, requestId: String(invoked.length) };
      if (answer === 'error') return Promise.resolve({ ...common, payload: {}, functionError: 'Unhandled' });
      return Promise.resolve({
        ...common,
        payload: { batchItemFailures: answer.map((itemIdentifier) => ({ itemIdentifier })) },
      });
    },
    ageSeconds: () => 0,
    checkpoint: (record) => checkpoints.push(record.dynamodb.SequenceNumber),
    discard: (discard) => discards.push(discard),
    isClosing: () => false,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    ...over,
  });
  const discarded = discards.map(({ condition, records: given, invocations }) => [
    condition,
    given.map((record) => record.dynamodb.SequenceNumber).join(''),
    invocations,
  ]);
  return { invoked, checkpoints, discarded, pauses };
}

describe('workStreamBatch', () => {
  it('checkpoints the last record when the whole batch is done', async () => {
    expect(await work('123', () => [])).toMatchObject({ invoked: ['123'], checkpoints: ['3'], discarded: [] });
  });

  it('moves the checkpoint to the lowest failed record and tries the rest again', async () => {
    const result = await work('12345', (_batch, call) => (call === 1 ? ['4', '3'] : []));
    expect(result).toMatchObject({ invoked: ['12345', '345'], checkpoints: ['2', '5'] });
  });

  it.each([
    ['an error', 'error' as const],
    ['an empty identifier', ['']],
    ['a null identifier', [null]],
    ['an unknown identifier', ['9']],
  ])('tries the whole batch again after %s', async (_name, first) => {
    const result = await work('12', (_batch, call) => (call === 1 ? first : []));
    expect(result).toMatchObject({ invoked: ['12', '12'], checkpoints: ['2'] });
  });

  it('retries with growing pauses and then gives up', async () => {
    const result = await work('12', () => 'error', { maximumRetryAttempts: 3 });
    expect(result.invoked).toHaveLength(4);
    expect(result.pauses).toEqual([100, 200, 400]);
    expect(result.discarded).toEqual([['RetryAttemptsExhausted', '12', 4]]);
    expect(result.checkpoints).toEqual(['2']);
  });

  it('bisects down to the bad record, which costs no retry, and works all others once', async () => {
    const result = await work('12345678', (batch) => (batch.includes('6') ? 'error' : []), {
      bisectOnError: true,
      maximumRetryAttempts: 1,
    });
    expect(result.invoked).toEqual(['12345678', '1234', '5678', '56', '5', '6', '6', '78']);
    expect(result.discarded).toEqual([['RetryAttemptsExhausted', '6', 2]]);
    expect(result.checkpoints).toEqual(['4', '5', '6', '8']);
  });

  it('gives up records that are too old without trying them', async () => {
    const result = await work(
      '123',
      () => [],
      { maximumRecordAgeSeconds: 60 },
      { ageSeconds: (record) => (record.eventID === '1' ? 61 : 5) },
    );
    expect(result.invoked).toEqual(['23']);
    expect(result.discarded).toEqual([['RecordAgeExceeded', '1', 0]]);
    expect(result.checkpoints).toEqual(['1', '3']);
  });

  it('ignores reported failures when the mapping does not ask for them', async () => {
    const result = await work('12', () => ['1'], { reportsBatchItemFailures: false });
    expect(result).toMatchObject({ invoked: ['12'], checkpoints: ['2'] });
  });

  it('stops without a checkpoint when the poller closes', async () => {
    let closing = false;
    const behaviour: Behaviour = () => {
      closing = true;
      return 'error';
    };
    expect(await work('12', behaviour, {}, { isClosing: () => closing })).toMatchObject({
      invoked: ['12'],
      checkpoints: [],
      discarded: [],
    });
  });
});
