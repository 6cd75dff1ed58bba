import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { directMessages } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { digestDue } from '../shared/contracts/messages/digest-due.ts';
import { createMailSender, openMail } from '../shared/notifications/mail-sender.ts';
import { createNoticeMetrics } from '../shared/notifications/metrics.ts';
import { sendDigest } from '../shared/notifications/send-digest.ts';
import { createNotificationStore } from '../shared/notifications/store.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const send = sendDigest({
  store: createNotificationStore(openTable(required('TABLE_NAME'))),
  mailer: createMailSender(openMail(), required('MAIL_SENDER')),
  metrics: createNoticeMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`)),
  clock: systemClock,
  newId: newUlid,
  consoleUrl: process.env['CONSOLE_URL'],
});

/** What the schedules of digests send: tells a shop which alerts need action, by mail or in Seller Center. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: directMessages(digestDue, send),
});
