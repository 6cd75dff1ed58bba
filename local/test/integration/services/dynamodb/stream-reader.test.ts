import { beforeAll, describe, expect, it } from 'vitest';
import { EngineError } from '../../../../core/engines/dynamo-client.ts';
import type { DynamoClient } from '../../../../core/engines/dynamo-client.ts';
import { createTables } from '../../../../services/dynamodb/create-tables.ts';
import { createStreamReader, findEndOfStream } from '../../../../services/dynamodb/stream-reader.ts';
import type { StreamRecord } from '../../../../services/dynamodb/stream-record.ts';
import { buildDeployment, buildTable } from '../../../../../test/builders/local-deployment.ts';
import { useEngine } from '../../../builders/use-engine.ts';
import { ShardedStream } from '../../../builders/sharded-stream.ts';

const keysOf = (records: readonly StreamRecord[]) => records.map(({ dynamodb }) => dynamodb.Keys['sk']?.['S']);
const numbersOf = (records: readonly StreamRecord[]) => records.map(({ dynamodb }) => dynamodb.SequenceNumber);

describe('createStreamReader on an engine', () => {
  const { client } = useEngine();
  const table = buildTable();
  let stream = '';
  const put = async (...sortKeys: readonly string[]) => {
    for (const sk of sortKeys)
      await client.table('PutItem', { TableName: table.name, Item: { pk: { S: 'p' }, sk: { S: sk } } });
  };
  beforeAll(async () => {
    const streams = await createTables(buildDeployment({ tables: [table] }), client);
    stream = streams.get(table.streamArn ?? '') ?? '';
  });

  it('reads from the start, so many at a time, and goes on with what comes later', async () => {
    expect((await findEndOfStream(client, stream))?.sequenceNumber).toBeUndefined();
    await put('a', 'b', 'c');
    const reader = createStreamReader(client, stream, undefined);
    expect(keysOf((await reader.read(2)).records)).toEqual(['a', 'b']);
    expect(keysOf((await reader.read(2)).records)).toEqual(['c']);
    expect((await reader.read(2)).records).toEqual([]);
    await put('d');
    expect(keysOf((await reader.read(2)).records)).toEqual(['d']);
  });

  it('reads on behind a position, and behind the end', async () => {
    const { shardId, records } = await createStreamReader(client, stream, undefined).read(1);
    const sequenceNumber = records[0]?.dynamodb.SequenceNumber ?? '';
    const behindFirst = createStreamReader(client, stream, { shardId, sequenceNumber });
    expect(keysOf((await behindFirst.read(2_000)).records)[0]).toBe('b');
    const end = await findEndOfStream(client, stream);
    await put('e');
    expect(keysOf((await createStreamReader(client, stream, end).read(10)).records)).toEqual(['e']);
  });

  it('begins at the start for a position in a shard of another engine', async () => {
    const reader = createStreamReader(client, stream, { shardId: 'shard-of-another', sequenceNumber: '9' });
    expect(keysOf((await reader.read(1)).records)).toEqual(['a']);
  });

  it.each([
    ['goes on with a new iterator when its own has expired', 'ExpiredIteratorException', 'b'],
    ['begins with the oldest record that is kept when what follows was trimmed', 'TrimmedDataAccessException', 'a'],
  ])('%s', async (_, code, next) => {
    let fails = false;
    const failing: DynamoClient = {
      ...client,
      streams(operation, input) {
        if (operation !== 'GetRecords' || !fails) return client.streams(operation, input);
        fails = false;
        return Promise.reject(new EngineError(operation, code, ''));
      },
    };
    const reader = createStreamReader(failing, stream, undefined);
    await reader.read(1);
    fails = true;
    expect(keysOf((await reader.read(1)).records)).toEqual([next]);
  });
});

/** Engines close a shard only after hours. */
describe('createStreamReader over shards', () => {
  const open = (...shards: ConstructorParameters<typeof ShardedStream>) => new ShardedStream(...shards);
  const readAll = async (stream: ShardedStream, start?: Parameters<typeof createStreamReader>[2]) => {
    const reader = createStreamReader(stream, 'arn', start);
    const reads: (readonly [string, readonly string[]])[] = [];
    for (
      let { shardId, records } = await reader.read(10);
      records.length > 0;
      { shardId, records } = await reader.read(10)
    )
      reads.push([shardId, numbersOf(records)]);
    return reads;
  };

  it('reads one shard after the other, those without a record included', async () => {
    const stream = open(['1', '2'], [], ['3'], []);
    expect(await readAll(stream)).toEqual([
      ['shard-0', ['1', '2']],
      ['shard-2', ['3']],
    ]);
    expect(await readAll(stream, { shardId: 'shard-0', sequenceNumber: '2' })).toEqual([['shard-2', ['3']]]);
  });

  it('finds the end of the last shard', async () => {
    expect(await findEndOfStream(open(['1'], [], ['2', '3']), 'arn')).toEqual({
      shardId: 'shard-2',
      sequenceNumber: '3',
    });
    expect(await findEndOfStream(open([], []), 'arn')).toEqual({ shardId: 'shard-1' });
    expect(await findEndOfStream(open(), 'arn')).toBeUndefined();
  });

  it('waits in the last shard for the next, when that is closed before it opens', async () => {
    const stream = open(['1'], ['2']);
    stream.closed = 2;
    const reader = createStreamReader(stream, 'arn', { shardId: 'shard-1' });
    expect(numbersOf((await reader.read(10)).records)).toEqual(['2']);
    expect((await reader.read(10)).records).toEqual([]);
    stream.shards.push(['3']);
    expect(await reader.read(10)).toMatchObject({ shardId: 'shard-2', records: [{ eventID: '3' }] });
  });

  it('passes other errors on, and reads again from where it was', async () => {
    const stream = open(['1', '2']);
    const reader = createStreamReader(stream, 'arn', undefined);
    await reader.read(1);
    stream.failure = new EngineError('GetRecords', 'InternalServerError', 'as asked');
    await expect(reader.read(1)).rejects.toThrow('as asked');
    stream.failure = undefined;
    expect(numbersOf((await reader.read(1)).records)).toEqual(['2']);
  });
});
