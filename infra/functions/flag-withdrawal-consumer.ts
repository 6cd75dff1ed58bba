import { riskFlagWithdrawn } from '../../shared/contracts/events/risk-flag-withdrawn.ts';
import type { QueueFunction } from '../function-definition.ts';
import { readAlerts, writeAlerts } from '../grants/alerts.ts';

/** Ends alerts whose flags the risk systems take back. */
export const flagWithdrawalConsumer = {
  kind: 'queue',
  queue: 'flag-withdrawals',
  events: [riskFlagWithdrawn],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [...writeAlerts, readAlerts()],
  },
  hurts: 'Alerts stay open that the risk systems have taken back, and sellers turn honest buyers away.',
} satisfies QueueFunction;
