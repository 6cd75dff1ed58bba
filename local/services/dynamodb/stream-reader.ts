import { EngineError } from '../../core/engines/dynamo-client.ts';
import type { DynamoClient } from '../../core/engines/dynamo-client.ts';
import type { StreamRecord } from './stream-record.ts';

/** After which record to go on; without a number, from the start of the shard. */
export interface StreamPosition {
  readonly shardId: string;
  readonly sequenceNumber?: string;
}

export interface StreamReader {
  /** The next records, in order and of one shard; empty when there are none yet. */
  read(limit: number): Promise<{ readonly shardId: string; readonly records: readonly StreamRecord[] }>;
}

interface Shard {
  readonly ShardId: string;
}
interface RecordsAnswer {
  readonly Records?: readonly StreamRecord[];
  readonly NextShardIterator?: string;
}

/** A new iterator, from the position, goes on. */
const expired = 'ExpiredIteratorException';
/** What follows the position is no longer kept: from the oldest record that is. */
const trimmed = 'TrimmedDataAccessException';
/** GetRecords gives no more. */
const mostPerRead = 1_000;

/**
 * Reads one stream of the engine from a position, shard after shard in the order of the stream's description.
 * Engines keep one open shard, of which DynamoDB Local closes one after some hours and opens the next.
 */
export function createStreamReader(
  client: DynamoClient,
  streamArn: string,
  start: StreamPosition | undefined,
): StreamReader {
  let position = start;
  let iterator: string | undefined;

  const openIterator = async (): Promise<string | undefined> => {
    const shards = await listShards(client, streamArn);
    // A position of another engine's shard means nothing here: from the start, as consumers stand repetition.
    const known = position && shards.some((shard) => shard.ShardId === position?.shardId);
    const shardId = known ? position?.shardId : shards[0]?.ShardId;
    if (shardId === undefined) return undefined;
    if (!known) position = { shardId };
    const sequenceNumber = position?.sequenceNumber;
    const { ShardIterator } = await client.streams<{ ShardIterator: string }>('GetShardIterator', {
      StreamArn: streamArn,
      ShardId: shardId,
      ...(sequenceNumber === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber }),
    });
    return ShardIterator;
  };
  const moveToNextShard = async (shardId: string): Promise<boolean> => {
    const shards = await listShards(client, streamArn);
    const next = shards[shards.findIndex((shard) => shard.ShardId === shardId) + 1];
    if (next) position = { shardId: next.ShardId };
    return next !== undefined;
  };
  const readShards = async (limit: number): ReturnType<StreamReader['read']> => {
    for (;;) {
      iterator ??= await openIterator();
      const shardId = position?.shardId ?? '';
      if (iterator === undefined) return { shardId, records: [] };
      const answer: RecordsAnswer = await client.streams('GetRecords', {
        ShardIterator: iterator,
        Limit: Math.min(limit, mostPerRead),
      });
      const records = answer.Records ?? [];
      const lastRead = records.at(-1)?.dynamodb.SequenceNumber;
      if (lastRead !== undefined) position = { shardId, sequenceNumber: lastRead };
      iterator = answer.NextShardIterator;
      const goesOn = iterator === undefined && (await moveToNextShard(shardId));
      // The end of a shard is not the end of the stream.
      if (records.length > 0 || !goesOn) return { shardId, records };
    }
  };

  return {
    async read(limit) {
      try {
        return await readShards(limit);
      } catch (error) {
        iterator = undefined;
        if (!(error instanceof EngineError) || ![expired, trimmed].includes(error.code)) throw error;
        if (position && error.code === trimmed) position = { shardId: position.shardId };
        return readShards(limit);
      }
    },
  };
}

async function listShards(client: DynamoClient, streamArn: string): Promise<readonly Shard[]> {
  const answer = await client.streams<{ StreamDescription: { Shards?: readonly Shard[] } }>('DescribeStream', {
    StreamArn: streamArn,
  });
  return answer.StreamDescription.Shards ?? [];
}

/** The position behind all that is in the stream now: LATEST, in a form that survives a restart. */
export async function findEndOfStream(client: DynamoClient, streamArn: string): Promise<StreamPosition | undefined> {
  const reader = createStreamReader(client, streamArn, undefined);
  let end: StreamPosition | undefined;
  for (;;) {
    const { shardId, records } = await reader.read(mostPerRead);
    const last = records.at(-1);
    if (!last) return end ?? (shardId === '' ? undefined : { shardId });
    end = { shardId, sequenceNumber: last.dynamodb.SequenceNumber };
  }
}
