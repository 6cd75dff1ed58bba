import { orderRiskFlagged } from '../../shared/contracts/events/order-risk-flagged.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { readAlerts, writeAlerts } from '../grants/alerts.ts';
import { buyerHistory } from '../grants/buyer-history.ts';

/** Orders that the risk systems flag become Security Alert Orders. */
export const orderFlagConsumer = {
  kind: 'queue',
  queue: 'order-flags',
  events: [orderRiskFlagged],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      ...writeAlerts,
      readAlerts(partition.shopBuyer, partition.order),
      ...buyerHistory,
      { actions: ['ConditionCheckItem'], partitions: [partition.order] },
    ],
  },
  hurts: 'Sellers are not warned of risky orders, and ship what they could have cancelled without a penalty.',
} satisfies QueueFunction;
