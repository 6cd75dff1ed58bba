import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { callerNames } from '../config.ts';
import type { CallerName, StageConfig } from '../config.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { CallerRole } from '../constructs/caller-role.ts';

/** What everything else refers to: the roles of those who call us, and where alarms go. */
export class CallersStack extends Stack {
  readonly roles: Readonly<Record<CallerName, IRole>>;
  readonly alarmTopic: ITopic | undefined;

  constructor(scope: Construct, id: string, props: StackProps & { readonly config: StageConfig }) {
    super(scope, id, props);
    const { config } = props;
    const role = (caller: CallerName): IRole => new CallerRole(this, caller, { config, caller }).role;
    this.roles = {
      marketplace: role('marketplace'),
      'order-service': role('order-service'),
      'performance-service': role('performance-service'),
      support: role('support'),
      ops: role('ops'),
    };
    if (config.alarmEmail !== undefined) {
      this.alarmTopic = new AlarmTopic(this, 'Alarms', { config, email: config.alarmEmail }).topic;
    }
    for (const caller of callerNames) {
      new CfnOutput(this, `RoleOf ${caller}`, { value: this.roles[caller].roleArn });
    }
  }
}
