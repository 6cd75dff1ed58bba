import * as partition from '../../shared/kernel/words/partitions.ts';
import type { StreamFunction } from '../function-definition.ts';

const hurts = 'The marketplace does not hear of blocks, and linked accounts are guarded later than they should be.';

/** Puts each new item of the outbox on the bus. */
export const outboxPublisher = {
  kind: 'stream',
  stream: 'outbox',
  // Records that wait to be published are new items with the outbox's index key.
  filters: [{ eventName: ['INSERT'], dynamodb: { NewImage: { outboxPk: { S: [{ exists: true }] } } } }],
  behindHurts: hurts,
  lossIsCovered: 'the outbox sweep publishes those events within minutes',
  timeoutSeconds: 30,
  grants: { table: [{ actions: ['UpdateItem'], partitions: [partition.activity] }], publishesEvents: true },
  hurts,
} satisfies StreamFunction;
