import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { activityKey, unpublishedIndex } from '../table/keys.ts';
import { outboxPartition, outboxShards } from './outbox.ts';
import { toUnpublished } from './publish.ts';
import type { Unpublished } from './publish.ts';

export interface OutboxStore {
  /** Takes an event out of the index of unpublished ones; doing it twice does nothing. */
  markPublished(event: Unpublished): Promise<void>;
  /** Unpublished events older than `before`, oldest first, at most `limit` a partition. */
  unpublished(before: EpochMilliseconds, limit: number): Promise<readonly Unpublished[]>;
}

export function createOutboxStore(table: Table): OutboxStore {
  return {
    async markPublished(event) {
      await table.client
        .send(
          new UpdateCommand({
            TableName: table.name,
            Key: { ...activityKey(event.shopId, event.eventId) },
            UpdateExpression: 'REMOVE outboxPk, outboxSk',
            ConditionExpression: 'attribute_exists(pk)',
          }),
        )
        .catch((error: unknown) => {
          // Its retention has passed: nothing is left to be marked.
          if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
        });
    },

    async unpublished(before, limit) {
      const shards = Array.from({ length: outboxShards }, (_, shard) => outboxPartition(shard));
      const pages = await Promise.all(
        shards.map((partition) =>
          table.client.send(
            new QueryCommand({
              TableName: table.name,
              IndexName: unpublishedIndex,
              KeyConditionExpression: 'outboxPk = :partition',
              // By time, not by key: an ID is made by the writer's clock before its write.
              FilterExpression: '#at < :before',
              ExpressionAttributeNames: { '#at': 'at' },
              ExpressionAttributeValues: { ':partition': partition, ':before': new Date(before).toISOString() },
              Limit: limit,
            }),
          ),
        ),
      );
      return pages.flatMap((page) => (page.Items ?? []).flatMap((item) => toUnpublished(item) ?? []));
    },
  };
}
