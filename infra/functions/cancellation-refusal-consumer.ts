import { orderCancellationRefused } from '../../shared/contracts/events/order-cancellation-refused.ts';
import type { QueueFunction } from '../function-definition.ts';
import { refuseRequests } from '../grants/alerts.ts';

/** Gives alerts back to sellers whose cancellation the order service refused. */
export const cancellationRefusalConsumer = {
  kind: 'queue',
  queue: 'cancellation-refusals',
  events: [orderCancellationRefused],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: refuseRequests,
  },
  hurts: 'Sellers believe that an order is being cancelled though its cancellation was refused.',
} satisfies QueueFunction;
