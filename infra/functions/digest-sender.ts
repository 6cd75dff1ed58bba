import type { DigestDue } from '../../shared/contracts/messages/digest-due.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

const queue = 'digests';

/** What the schedules of digests send: tells a shop which alerts need action, and which blocks end soon, by mail or in Seller Center. */
export const digestSender = {
  kind: 'queue',
  queue,
  // About as many mails a second as SES lets a new account send.
  maximumConcurrency: 2,
  maximumWaitMinutes: 10,
  // There was no digest in 1970.
  heartbeat: { version: 1, shopId: 'heartbeat', digest: '0' } satisfies DigestDue,
  // Below the lease of a claim, which is below the six times that the queue hides a message.
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: read, partitions: [partition.alert, partition.shop, partition.digest] },
      { actions: ['Query', 'UpdateItem'], partitions: [partition.digest] },
      { actions: ['PutItem'], partitions: [partition.activity] },
    ],
    // What comes in quiet hours waits for their end.
    schedulesInto: queue,
    sendsMails: true,
  },
  hurts:
    'Shops are not told of alerts that need action, or of blocks that end; their sellers still see them in the console.',
} satisfies QueueFunction;
