import * as partition from '../../shared/kernel/words/partitions.ts';
import type { StreamFunction } from '../function-definition.ts';
import { coverBuyers } from '../grants/coverage.ts';
import { coverageStepConsumer } from './coverage-step-consumer.ts';

const ofBlocks = { Keys: { sk: { S: [{ prefix: partition.blockRows }] } } };

/** Cleans up the markers of blocks that the TTL deleted or that a new one replaced. */
export const expiredBlockCleaner = {
  kind: 'stream',
  stream: 'expired-blocks',
  // What DynamoDB itself removed, since a block that a seller removed has cleaned up already; and what a new block of the
  // same root may have replaced: a filter cannot compare the images, so that the function chooses.
  filters: [
    {
      eventName: ['REMOVE'],
      userIdentity: { type: ['Service'], principalId: ['dynamodb.amazonaws.com'] },
      dynamodb: ofBlocks,
    },
    { eventName: ['MODIFY'], dynamodb: ofBlocks },
  ],
  behindHurts: 'Nobody at once: markers stay.',
  lossIsCovered:
    'markers of those blocks stay, and deny nobody: they only cost the gate a second read; and a buyer’s standing lacks those blocks',
  timeoutSeconds: 120,
  grants: {
    // What says to its shop that a block has expired.
    table: [coverBuyers, { actions: ['PutItem'], partitions: [partition.endedBlock] }],
    sendsTo: coverageStepConsumer.queue,
  },
  hurts: 'Nobody at once: markers of expired blocks stay, and cost the gate a second read.',
} satisfies StreamFunction;
