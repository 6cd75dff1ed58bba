import type { Construct } from 'constructs';
import { AlertSchedules } from '../constructs/alert-schedules.ts';
import { MailSender } from '../constructs/mail-sender.ts';
import type { QueueConsumer } from '../constructs/queue-consumer.ts';
import type { StageContext } from '../constructs/stage-context.ts';

export interface ScheduledWork extends Pick<StageContext, 'config' | 'alarmTopic'> {
  /** Hears of alerts and makes their schedules. */
  readonly deadlines: QueueConsumer;
  /** Works on what those schedules send. */
  readonly alertDeadlines: QueueConsumer;
  /** Hears of alerts and collects them into digests. */
  readonly notices: QueueConsumer;
  /** Works on what the digests' schedules send. */
  readonly digests: QueueConsumer;
  /** Tells shops that their access was granted or has ended. */
  readonly accessNotices: QueueConsumer;
}

/** What happens at an instant of its own: an alert's deadlines, and telling a shop of its alerts. */
export function addSchedules(scope: Construct, work: ScheduledWork): void {
  const { config, alarmTopic, deadlines, alertDeadlines, notices, digests, accessNotices } = work;
  const schedules = new AlertSchedules(scope, 'AlertSchedules', { config });
  schedules.let(deadlines.consumer, alertDeadlines.queue);
  schedules.let(notices.consumer, digests.queue);
  notices.consumer.function.addEnvironment('DIGEST_SECONDS', String(config.digestSeconds));
  const senders = [digests.consumer, accessNotices.consumer];
  if (config.consoleUrl !== undefined)
    for (const sender of senders) sender.function.addEnvironment('CONSOLE_URL', config.consoleUrl);
  new MailSender(scope, 'MailSender', { config, alarmTopic, senders });
}
