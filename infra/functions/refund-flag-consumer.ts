import { refundRiskFlagged } from '../../shared/contracts/events/refund-risk-flagged.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { readAlerts, writeAlerts } from '../grants/alerts.ts';
import { buyerHistory } from '../grants/buyer-history.ts';

/** Returns and refunds that the risk systems flag become Risk Refunds. */
export const refundFlagConsumer = {
  kind: 'queue',
  queue: 'refund-flags',
  events: [refundRiskFlagged],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      ...writeAlerts,
      readAlerts(partition.shopBuyer, partition.refund),
      ...buyerHistory,
      { actions: ['ConditionCheckItem'], partitions: [partition.refund] },
    ],
  },
  hurts: 'Sellers are not warned of risky refunds, and miss the time in which they could have rejected them.',
} satisfies QueueFunction;
