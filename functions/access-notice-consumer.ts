import { setTimeout as pause } from 'node:timers/promises';
import { eventConsumer } from '../shared/events/consumer.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { optional, required } from '../shared/kernel/environment.ts';
import { accessEvents } from '../shared/notifications/access-events.ts';
import { createAccessNoticeStore } from '../shared/notifications/access-notice-store.ts';
import { createMailSender, openMail } from '../shared/notifications/mail-sender.ts';
import { createNoticeMetrics } from '../shared/notifications/metrics.ts';
import { createPatientMailer } from '../shared/notifications/patient-mailer.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const told = accessEvents({
  store: createAccessNoticeStore(ownTable()),
  mailer: createPatientMailer(createMailSender(openMail(), required('MAIL_SENDER')), pause),
  metrics: createNoticeMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`)),
  clock: systemClock,
  newId: newUlid,
  consoleUrl: optional('CONSOLE_URL'),
});

/** Tells a shop that it was invited, that its access has ended, or what became of its complaint; once more where ops ask for it. */
export const handler = eventConsumer(...told);
