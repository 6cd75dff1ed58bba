import { setTimeout as pause } from 'node:timers/promises';
import { accessGranted } from '../shared/contracts/events/access-granted.ts';
import { accessNoticeRequested } from '../shared/contracts/events/access-notice-requested.ts';
import { accessTerminated } from '../shared/contracts/events/access-terminated.ts';
import { createAccessNoticeStore } from '../shared/notifications/access-notice-store.ts';
import { sendAccessNotice } from '../shared/notifications/send-access-notice.ts';
import { optional, required } from '../shared/kernel/environment.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { createMailSender, openMail } from '../shared/notifications/mail-sender.ts';
import { createNoticeMetrics } from '../shared/notifications/metrics.ts';
import { createPatientMailer } from '../shared/notifications/patient-mailer.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const send = sendAccessNotice({
  store: createAccessNoticeStore(ownTable()),
  mailer: createPatientMailer(createMailSender(openMail(), required('MAIL_SENDER')), pause),
  metrics: createNoticeMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`)),
  clock: systemClock,
  newId: newUlid,
  consoleUrl: optional('CONSOLE_URL'),
});

/** Tells a shop that it was invited, or that its access has ended; once more where ops ask for it. */
const told = [onEvent(accessGranted, send), onEvent(accessTerminated, send), onEvent(accessNoticeRequested, send)];
export const handler = eventConsumer(...told);
