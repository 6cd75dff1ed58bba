import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';
import { answerRequests } from '../grants/alerts.ts';

/** What the schedules of alerts send: announces a near deadline, ends an alert whose deadline has passed, gives up on a request. */
export const alertDeadline = {
  kind: 'queue',
  queue: 'alert-deadlines',
  maximumConcurrency: 10,
  maximumWaitMinutes: 5,
  timeoutSeconds: 30,
  grants: {
    table: [
      { actions: [...read, 'PutItem'], partitions: [partition.alert] },
      // That of a request which nobody answered before its order was shipped.
      ...answerRequests,
    ],
  },
  hurts: 'Alerts do not end at their deadline, and requests that nobody answers are not given back to their sellers.',
} satisfies QueueFunction;
