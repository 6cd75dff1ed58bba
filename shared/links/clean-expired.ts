import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { cleanMarkers } from './clean-markers.ts';
import { markedBlock } from './contract.ts';
import type { LinkStore } from './store.ts';

/**
 * Cleans up behind the blocks among stream records of deleted items. A record that fails is reported, and the
 * stream goes on from the first of them: cleaning twice does nothing twice.
 */
export function cleanExpired(
  store: LinkStore,
): (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse> {
  const clean = async (record: DynamoDBRecord) => {
    const image = record.dynamodb?.OldImage as Record<string, AttributeValue> | undefined;
    await cleanMarkers(store, markedBlock.parse(unmarshall(image ?? {})));
  };
  return (event, context) =>
    processPartialResponse(event, clean, new BatchProcessor(EventType.DynamoDBStreams), {
      context,
      // One after another: the blocks of one root share markers, and would only get in each other's way.
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
}
