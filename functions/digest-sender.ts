import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { createScheduleSender, scheduleTarget } from '../shared/deadlines/schedule-sender.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';
import { optional, required } from '../shared/kernel/environment.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { digestDue } from '../shared/contracts/messages/digest-due.ts';
import { createEndingStore } from '../shared/notifications/ending-store.ts';
import { createMailSender, openMail } from '../shared/notifications/mail-sender.ts';
import { createNoticeMetrics } from '../shared/notifications/metrics.ts';
import { sendDigest } from '../shared/notifications/send-digest.ts';
import { createNotificationStore } from '../shared/notifications/store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { messageConsumer } from '../shared/events/consumer.ts';

const table = ownTable();
const send = sendDigest({
  store: createNotificationStore(table),
  endings: createEndingStore(table),
  schedules: createScheduleSender(new SchedulerClient(requestBounds(3, 3000)), scheduleTarget(required), systemClock),
  mailer: createMailSender(openMail(), required('MAIL_SENDER')),
  metrics: createNoticeMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`)),
  clock: systemClock,
  newId: newUlid,
  consoleUrl: optional('CONSOLE_URL'),
});

/** What the schedules of digests send: tells a shop which alerts need action, and which blocks end soon, by mail or in Seller Center. */
export const handler = messageConsumer(digestDue, send);
