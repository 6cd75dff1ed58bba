import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue as StreamValue, DynamoDBStreamEvent } from 'aws-lambda';
import type { Item } from '../../../shared/table/batch-get.ts';

/** Records of items that the TTL deleted, with sequence numbers `1`, `2`, …; `undefined` stands for a record without its image. */
export function buildRemoval(...images: readonly (Item | undefined)[]): DynamoDBStreamEvent {
  return {
    Records: images.map((image, index) => ({
      eventID: `e${index + 1}`,
      eventName: 'REMOVE',
      eventSource: 'aws:dynamodb',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      dynamodb: {
        SequenceNumber: String(index + 1),
        ...(image && { OldImage: marshall(image, { removeUndefinedValues: true }) as Record<string, StreamValue> }),
      },
    })),
  };
}

/** Records of blocks that new ones replaced. */
export function buildReplacement(old: Item, replaced: Item): DynamoDBStreamEvent {
  const NewImage = marshall(replaced, { removeUndefinedValues: true }) as Record<string, StreamValue>;
  const { Records } = buildRemoval(old);
  return {
    Records: Records.map(({ userIdentity: _, dynamodb, ...record }) => ({
      ...record,
      eventName: 'MODIFY' as const,
      dynamodb: { ...dynamodb, NewImage },
    })),
  };
}
