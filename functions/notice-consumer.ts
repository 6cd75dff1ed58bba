import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { alertChanged } from '../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../shared/contracts/events/alert-raised.ts';
import { required, requiredNumber } from '../shared/kernel/environment.ts';
import { createScheduleSender, scheduleTarget } from '../shared/deadlines/schedule-sender.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { recordNotice } from '../shared/notifications/record-notice.ts';
import { createNotificationStore } from '../shared/notifications/store.ts';
import { openTable } from '../shared/table/client.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';

const client = new SchedulerClient(requestBounds(3, 3000));
const record = recordNotice({
  store: createNotificationStore(openTable(required('TABLE_NAME'))),
  schedules: createScheduleSender(client, scheduleTarget(required), systemClock),
  clock: systemClock,
  digestMilliseconds: 1000 * requiredNumber('DIGEST_SECONDS', 1),
});

/** Our own alert events: puts each alert that newly needs action into its shop's next digest. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(alertRaised, record), onEvent(alertChanged, record)]),
});
