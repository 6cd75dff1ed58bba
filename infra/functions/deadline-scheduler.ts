import { alertChanged } from '../../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../../shared/contracts/events/alert-raised.ts';
import type { QueueFunction } from '../function-definition.ts';
import { alertDeadline } from './alert-deadline.ts';

/** Makes the schedules of each alert that waits. */
export const deadlineScheduler = {
  kind: 'queue',
  queue: 'deadlines',
  events: [alertRaised, alertChanged],
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    schedulesInto: alertDeadline.queue,
  },
  hurts: 'Alerts do not end at their deadline, and requests that nobody answers are not given back to their sellers.',
} satisfies QueueFunction;
