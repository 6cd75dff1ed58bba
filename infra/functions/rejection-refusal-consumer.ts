import { refundRejectionRefused } from '../../shared/contracts/events/refund-rejection-refused.ts';
import type { QueueFunction } from '../function-definition.ts';
import { refuseRequests } from '../grants/alerts.ts';

/** Gives alerts back to sellers whose rejection the refund service refused. */
export const rejectionRefusalConsumer = {
  kind: 'queue',
  queue: 'rejection-refusals',
  events: [refundRejectionRefused],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: refuseRequests,
  },
  hurts: 'Sellers believe that a refund is being rejected though its rejection was refused.',
} satisfies QueueFunction;
