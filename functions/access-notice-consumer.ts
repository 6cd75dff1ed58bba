import { setTimeout as pause } from 'node:timers/promises';
import { accessGranted } from '../shared/contracts/events/access-granted.ts';
import { accessTerminated } from '../shared/contracts/events/access-terminated.ts';
import { createAccessNoticeStore } from '../shared/notifications/access-notice-store.ts';
import { sendAccessNotice } from '../shared/notifications/send-access-notice.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { createMailSender, openMail } from '../shared/notifications/mail-sender.ts';
import { createNoticeMetrics } from '../shared/notifications/metrics.ts';
import { createPatientMailer } from '../shared/notifications/patient-mailer.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const send = sendAccessNotice({
  store: createAccessNoticeStore(openTable(required('TABLE_NAME'))),
  mailer: createPatientMailer(createMailSender(openMail(), required('MAIL_SENDER')), pause),
  metrics: createNoticeMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`)),
  clock: systemClock,
  newId: newUlid,
  consoleUrl: process.env['CONSOLE_URL'],
});

/** Our own access events: tells a shop that it was invited, or that its access has ended. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(accessGranted, send), onEvent(accessTerminated, send)]),
});
