import type { DynamoClient } from '../../core/engines/dynamo-client.ts';

interface StreamsInput {
  readonly ShardId?: string;
  readonly SequenceNumber?: string;
  readonly ShardIterator?: string;
  readonly Limit?: number;
}

/** A stream of several shards, of which all but the last are closed: sequence numbers in memory, as `GetRecords` gives them. */
export class ShardedStream implements DynamoClient {
  readonly shards: (readonly string[])[];
  /** How many of the shards are closed. */
  closed: number;
  failure: Error | undefined;

  constructor(...shards: (readonly string[])[]) {
    this.shards = shards;
    this.closed = shards.length - 1;
  }

  table<Answer>(operation: string): Promise<Answer> {
    return Promise.reject(new Error(`${operation} is not for streams.`));
  }

  streams<Answer>(operation: string, input: StreamsInput): Promise<Answer> {
    if (this.failure) return Promise.reject(this.failure);
    return Promise.resolve(this.#answer(operation, input) as Answer);
  }

  #answer(operation: string, input: StreamsInput): object {
    if (operation === 'DescribeStream')
      return { StreamDescription: { Shards: this.shards.map((_, index) => ({ ShardId: `shard-${index}` })) } };
    if (operation === 'GetShardIterator') {
      const shard = Number(input.ShardId?.replace('shard-', ''));
      return { ShardIterator: `${shard}/${(this.shards[shard]?.indexOf(input.SequenceNumber ?? '') ?? -1) + 1}` };
    }
    const [shard = 0, from = 0] = (input.ShardIterator ?? '').split('/').map(Number);
    const numbers = this.shards[shard] ?? [];
    const to = Math.min(numbers.length, from + (input.Limit ?? 1_000));
    const atEnd = to === numbers.length && shard < this.closed;
    return {
      Records: numbers
        .slice(from, to)
        .map((SequenceNumber) => ({ eventID: SequenceNumber, dynamodb: { SequenceNumber } })),
      ...(!atEnd && { NextShardIterator: `${shard}/${to}` }),
    };
  }
}
