import { platformScope } from '../../../shared/access/scope.ts';
import { alertEvent } from '../../../shared/alerts/alert-event.ts';
import { alertChanged } from '../../../shared/contracts/events/alert-changed.ts';
import type { AlertChange } from '../../../shared/kernel/words/alerts.ts';
import type { Alert } from '../../../shared/alerts/rules.ts';
import type { TimedMessage } from '../../../shared/deadlines/schedule-sender.ts';
import { blockEvent } from '../../../shared/block-list/block-event.ts';
import type { Block } from '../../../shared/block-list/rules.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import { createEndingStore } from '../../../shared/notifications/ending-store.ts';
import type { Mailer, MailOutcome } from '../../../shared/notifications/mail-sender.ts';
import type { Message } from '../../../shared/notifications/message-rules.ts';
import { endingOfNewBlock, recordEnding } from '../../../shared/notifications/record-ending.ts';
import { recordNotice } from '../../../shared/notifications/record-notice.ts';
import { sendDigest } from '../../../shared/notifications/send-digest.ts';
import { createNotificationStore } from '../../../shared/notifications/store.ts';
import type { Table } from '../../../shared/table/client.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { scanPrefix } from '../items/partitions.ts';
import { eventsOf } from '../items/shop-events.ts';

export const digestMilliseconds = 300_000;

/** Notices and digests of shop `s` over one table; schedules, the mail service and metrics are the test's own. */
export function buildNoticeWorld(table: Table, clock: Clock) {
  const schedules = new Map<string, TimedMessage>();
  const mails: { to: string; message: Message }[] = [];
  const counted: string[] = [];
  const scope = platformScope('s', 'tests');
  /** The mail service as it answers next. */
  const service = { answer: (): MailOutcome => ({ type: 'sent' }) };
  const mailer: Mailer = {
    send: async (to, message) => {
      const outcome = service.answer();
      if (outcome.type === 'sent') mails.push({ to, message });
      return outcome;
    },
  };
  const add = async (timed: TimedMessage): Promise<void> => void schedules.set(timed.name, timed);
  return {
    schedules,
    mails,
    metrics: counted,
    service,
    mailer,
    /** The event of a write of an alert is delivered. */
    hear(alert: Alert, change: AlertChange = 'raised', on = table, schedule = add) {
      const store = createNotificationStore(on);
      const { detail } = alertEvent(newUlid(), scope, alert, change, clock.now());
      return recordNotice({ store, clock, digestMilliseconds, schedules: { add: schedule } })(
        alertChanged.detail.parse(detail),
      );
    },
    /** The event of a new block, or of a changed one, is delivered. */
    hearBlock(block: Block, type: 'Buyer Blocked' | 'Block Changed' = 'Buyer Blocked', on = table) {
      const { detail } = blockEvent(type, newUlid(), scope, block, clock.now());
      const deps = { store: createEndingStore(on), schedules: { add } };
      return recordEnding(deps)(endingOfNewBlock.detail.parse(detail));
    },
    /** A digest's schedule fires. */
    send(digest: string, on = table, over: Mailer = mailer) {
      const metrics = {
        possiblyRepeated: () => void counted.push('repeated'),
        failed: (reason: string) => void counted.push(reason),
      };
      const [store, endings] = [createNotificationStore(on), createEndingStore(on)];
      const deps = { store, endings, mailer: over, metrics, clock, newId: newUlid, schedules: { add } };
      return sendDigest(deps)({ version: 1, shopId: 's', digest });
    },
    /** Names of the digests that have a schedule. */
    scheduled: () => [...schedules.values()].map(({ message }) => String(message['digest'])),
    digests: () => scanPrefix(table, 'DIGEST#s#'),
    /** Subjects of the Seller Center messages that were asked for. */
    shown: async () =>
      (await eventsOf(table, 's', 'Seller Center Message Requested'))
        .filter(({ outboxPk }) => outboxPk !== undefined)
        .map(({ detail }) => detail as Readonly<Record<string, unknown>>),
    reset() {
      schedules.clear();
      mails.length = 0;
      counted.length = 0;
      service.answer = () => ({ type: 'sent' });
    },
  };
}
