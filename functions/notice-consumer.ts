import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { alertChanged } from '../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../shared/contracts/events/alert-raised.ts';
import { required, requiredNumber } from '../shared/kernel/environment.ts';
import { createScheduleSender, scheduleTarget } from '../shared/deadlines/schedule-sender.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { createEndingStore } from '../shared/notifications/ending-store.ts';
import { endingEvents } from '../shared/notifications/record-ending.ts';
import { recordNotice } from '../shared/notifications/record-notice.ts';
import { createNotificationStore } from '../shared/notifications/store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';

const client = new SchedulerClient(requestBounds(3, 3000));
const schedules = createScheduleSender(client, scheduleTarget(required), systemClock);
const table = ownTable();
const [store, clock] = [createNotificationStore(table), systemClock];
const digestMilliseconds = 1000 * requiredNumber('DIGEST_SECONDS', 1);
const record = recordNotice({ store, schedules, clock, digestMilliseconds });

/** Our own events: puts each alert that newly needs action, and each end of a block, into one of its shop's digests. */
export const handler = eventConsumer(
  onEvent(alertRaised, record),
  onEvent(alertChanged, record),
  ...endingEvents({ store: createEndingStore(table), schedules }),
);
