import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { toBlock } from '../block-list/items.ts';
import { cleanMarkers } from './clean-markers.ts';
import { expiredBlock } from './marked-block.ts';
import type { CoverageDeps } from './deps.ts';

/** Who deletes by TTL. */
const timeToLive = 'dynamodb.amazonaws.com';

/**
 * Cleans up behind the blocks among stream records that have expired, and leaves that they were: deleted by the TTL, or replaced by a new block of the
 * same root. A record that fails is reported, and the stream goes on from the first of them: cleaning twice does nothing twice.
 */
export function cleanExpired(
  deps: CoverageDeps,
): (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse> {
  const clean = async (record: DynamoDBRecord) => {
    if (!hasExpired(record)) return;
    const item = toItem(record.dynamodb?.OldImage);
    const { createdAt, expiresAt, linkedSince, gaps, ...block } = expiredBlock.parse(item);
    await deps.store.coverage.leaveEnded(block.shopId, toBlock(item));
    await cleanMarkers(deps, block, { createdAt, linkedSince, gaps, until: expiresAt });
  };
  return (event, context) =>
    processPartialResponse(event, clean, new BatchProcessor(EventType.DynamoDBStreams), {
      context,
      // One after another: the blocks of one root share markers, and would only get in each other's way.
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
}

/** A block that somebody removed has an event of its own; one that was changed goes on. */
function hasExpired({ eventName, userIdentity, dynamodb }: DynamoDBRecord): boolean {
  if (eventName === 'REMOVE') return userIdentity?.principalId === timeToLive;
  return toItem(dynamodb?.OldImage)['blockId'] !== toItem(dynamodb?.NewImage)['blockId'];
}

function toItem(image: Record<string, unknown> | undefined): Record<string, unknown> {
  return unmarshall((image ?? {}) as Record<string, AttributeValue>);
}
