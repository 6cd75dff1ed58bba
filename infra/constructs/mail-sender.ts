import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
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

  constructor(scope: Construct, id: string, { config, alarmTopic }: Pick<StageContext, 'config' | 'alarmTopic'>) {
    super(scope, id);
    this.config = config;
    const domain = config.mailSender.slice(config.mailSender.lastIndexOf('@') + 1);
    const identity = new CfnEmailIdentity(this, 'Identity', { emailIdentity: domain });
    this.identityArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'identity',
      resourceName: identity.ref,
    });

    const alarm = (metricName: string, threshold: number, hurts: string): ServiceAlarm =>
      new ServiceAlarm(this, metricName, {
        alarmTopic,
        metric: new Metric({
          namespace: 'SellerSecurityCenter',
          metricName,
          dimensionsMap: { Stage: config.stage },
          statistic: 'Sum',
        }),
        period: Duration.minutes(5),
        threshold,
        hurts,
      });
    alarm(
      'NoticeFailed',
      1,
      'A shop was not told of alerts that need action, or of its access: its mail was refused for good, or it has no address.',
    );
    // One is a crash; many are a function that never comes to mark what it has sent.
    alarm('PossiblyRepeatedNotice', 5, 'Shops may get the same mail several times.');
  }
  /** Lets a function send mails from the stage's one address, which lead to the console where one is known. */
  let(sender: ServiceFunction): void {
    const { mailSender, consoleUrl } = this.config;
    sender.allow(['ses:SendEmail'], [this.identityArn], { StringEquals: { 'ses:FromAddress': mailSender } });
    sender.function.addEnvironment('MAIL_SENDER', mailSender);
    if (consoleUrl !== undefined) sender.function.addEnvironment('CONSOLE_URL', consoleUrl);
  }
}
