import { refundStatusChanged } from '../../shared/contracts/events/refund-status-changed.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';
import { answerRequests } from '../grants/alerts.ts';
import { buyerHistory } from '../grants/buyer-history.ts';

/** Keeps the status of returns and refunds, and does to their alerts what it means. */
export const refundConsumer = {
  kind: 'queue',
  queue: 'refunds',
  events: [refundStatusChanged],
  maximumConcurrency: 20,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: [...read, 'PutItem'], partitions: [partition.refund, partition.alert] },
      ...answerRequests,
      ...buyerHistory,
    ],
  },
  hurts: 'Risk Refunds do not follow their refunds: rejections are not confirmed, and their waivers stay pending.',
} satisfies QueueFunction;
