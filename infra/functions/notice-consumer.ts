import { alertChanged } from '../../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../../shared/contracts/events/alert-raised.ts';
import { blockChanged } from '../../shared/contracts/events/block-changed.ts';
import { buyerBlocked } from '../../shared/contracts/events/buyer-blocked.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';
import { digestSender } from './digest-sender.ts';

/** Puts each alert that newly needs action, and each end of a block, into one of its shop's digests. */
export const noticeConsumer = {
  kind: 'queue',
  queue: 'notices',
  events: [alertRaised, alertChanged, buyerBlocked, blockChanged],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: read, partitions: [partition.alert, partition.shop, partition.digest] },
      { actions: ['PutItem'], partitions: [partition.notice, partition.digest] },
      { actions: ['UpdateItem'], partitions: [partition.digest] },
    ],
    schedulesInto: digestSender.queue,
  },
  environment: ({ digestSeconds }) => ({ DIGEST_SECONDS: String(digestSeconds) }),
  hurts:
    'Shops are not told of alerts that need action, or of blocks that end; their sellers still see them in the console.',
} satisfies QueueFunction;
