import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { toUnpublished } from './publish.ts';
import type { Unpublished } from './publish.ts';
import { publishOutbox } from './publish-outbox.ts';
import type { PublishDeps } from './publish-outbox.ts';

/**
 * Publishes the outbox items among stream records. Those that failed are reported, and the stream goes on
 * from the first of them: what is published twice then carries the same `eventId`.
 */
export function publishRecords(deps: PublishDeps): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return async (event) => {
    const records = new Map<Unpublished, DynamoDBRecord>();
    for (const record of event.Records) {
      const image = record.dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
      const unpublished = image && toUnpublished(unmarshall(image));
      if (unpublished) records.set(unpublished, record);
    }
    const left = await publishOutbox(deps, [...records.keys()]);
    return {
      batchItemFailures: left.map((unpublished) => ({
        itemIdentifier: records.get(unpublished)?.dynamodb?.SequenceNumber ?? '',
      })),
    };
  };
}
