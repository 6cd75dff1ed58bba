import { orderStatusChanged } from '../../shared/contracts/events/order-status-changed.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';
import { answerRequests, readAlerts } from '../grants/alerts.ts';
import { buyerHistory } from '../grants/buyer-history.ts';

/** Keeps which buyer ordered in which shop and how far the order is, and does to its alert what that means. */
export const orderConsumer = {
  kind: 'queue',
  queue: 'orders',
  events: [orderStatusChanged],
  maximumConcurrency: 20,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: [...read, 'PutItem', 'ConditionCheckItem'], partitions: [partition.order, partition.alert] },
      ...answerRequests,
      ...buyerHistory,
      // An order that the gate let through though a block was live.
      readAlerts(partition.shopBuyer, partition.order),
      { actions: read, partitions: [partition.shop, partition.marker, partition.endedBlock] },
      // Markers with what was taken from them; and when the shop's access was active before.
      { actions: ['Query'], partitions: [partition.marker, partition.activity] },
    ],
  },
  hurts:
    'Sellers do not find buyers who have just ordered; alerts do not follow their orders, and waivers of cancellations stay pending.',
} satisfies QueueFunction;
