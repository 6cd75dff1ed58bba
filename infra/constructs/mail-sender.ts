import { Duration, Stack } from 'aws-cdk-lib';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { ownMetric } from './own-metric.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageContext } from './stage-context.ts';

/**
 * The domain that mails come from. SES sends nothing until the domain's DNS
 * holds the DKIM records that its console shows.
 */
export class MailSender extends Construct {
  private readonly config: StageContext['config'];
  private readonly identityArn: string;

  constructor(scope: Construct, id: string, { config, alarmTopics }: Pick<StageContext, 'config' | 'alarmTopics'>) {
    super(scope, id);
    this.config = config;
    this.identityArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'identity',
      resourceName: config.mailIdentity ?? this.addIdentity(),
    });

    const common = { config, alarmTopics, period: Duration.minutes(5) };
    new ServiceAlarm(this, 'NoticeFailed', {
      ...common,
      metric: ownMetric(config, 'NoticeFailed'),
      threshold: 1,
      hurts:
        'A shop was not told of alerts that need action, or of its access: its mail was refused for good, or it has no address.',
      runbook: 'a-shop-was-not-told',
      urgency: 'ticket',
    });
    new ServiceAlarm(this, 'PossiblyRepeatedNotice', {
      ...common,
      metric: ownMetric(config, 'PossiblyRepeatedNotice'),
      // One is a crash; many are a function that never comes to mark what it has sent.
      threshold: 5,
      hurts: 'Shops may get the same mail several times.',
      runbook: 'mails-may-be-repeated',
      urgency: 'ticket',
    });
  }

  /** Of the sender's domain. An account has it once in a region: a second stage names it as one that exists. */
  private addIdentity(): string {
    const { mailSender } = this.config;
    const domain = mailSender.slice(mailSender.lastIndexOf('@') + 1);
    return new CfnEmailIdentity(this, 'Identity', { emailIdentity: domain }).ref;
  }

  /** Lets a function send mails from the stage's one address, which lead to the console where one is known. */
  let(sender: ServiceFunction): void {
    const { mailSender, consoleUrl } = this.config;
    sender.allow(['ses:SendEmail'], [this.identityArn], { StringEquals: { 'ses:FromAddress': mailSender } });
    sender.function.addEnvironment('MAIL_SENDER', mailSender);
    if (consoleUrl !== undefined) sender.function.addEnvironment('CONSOLE_URL', consoleUrl);
  }
}
