import { fraudOutcomeConfirmed } from '../../shared/contracts/events/fraud-outcome-confirmed.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { readAlerts, writeAlerts } from '../grants/alerts.ts';

/** Shows and counts the fraud that the platform has blocked. */
export const fraudOutcomeConsumer = {
  kind: 'queue',
  queue: 'fraud-outcomes',
  events: [fraudOutcomeConfirmed],
  maximumConcurrency: 10,
  maximumWaitMinutes: 15,
  timeoutSeconds: 30,
  grants: {
    table: [...writeAlerts, readAlerts(), { actions: ['UpdateItem'], partitions: [partition.shopBuyer] }],
  },
  hurts: 'Sellers do not see the fraud that was intercepted for them.',
} satisfies QueueFunction;
