import { accessComplaintDecided } from '../../shared/contracts/events/access-complaint-decided.ts';
import { accessGranted } from '../../shared/contracts/events/access-granted.ts';
import { accessNoticeRequested } from '../../shared/contracts/events/access-notice-requested.ts';
import { accessTerminated } from '../../shared/contracts/events/access-terminated.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Tells a shop that it was invited, that its access has ended, or what became of its complaint; once more where ops ask for it. */
export const accessNoticeConsumer = {
  kind: 'queue',
  queue: 'access-notices',
  events: [accessGranted, accessTerminated, accessComplaintDecided, accessNoticeRequested],
  // As for digests.
  maximumConcurrency: 2,
  // A run over thousands of shops takes as long as SES takes to let their mails out.
  maximumWaitMinutes: 30,
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.notice, partition.complaint] },
      { actions: ['PutItem', 'UpdateItem'], partitions: [partition.notice] },
      { actions: ['PutItem'], partitions: [partition.activity] },
    ],
    sendsMails: true,
  },
  hurts:
    'Shops are not told that they have Seller Security Center, or that they no longer have it, or what became of their complaint.',
} satisfies QueueFunction;
