import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { alertChanged } from '../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../shared/contracts/events/alert-raised.ts';
import { required, requiredNumber } from '../shared/kernel/environment.ts';
import { createScheduleSender, scheduleTarget } from '../shared/deadlines/schedule-sender.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { recordNotice } from '../shared/notifications/record-notice.ts';
import { createNotificationStore } from '../shared/notifications/store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';

const client = new SchedulerClient(requestBounds(3, 3000));
const record = recordNotice({
  store: createNotificationStore(ownTable()),
  schedules: createScheduleSender(client, scheduleTarget(required), systemClock),
  clock: systemClock,
  digestMilliseconds: 1000 * requiredNumber('DIGEST_SECONDS', 1),
});

/** Our own alert events: puts each alert that newly needs action into its shop's next digest. */
export const handler = eventConsumer(onEvent(alertRaised, record), onEvent(alertChanged, record));
