import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { callerNames } from '../settings/settings-schema.ts';
import type { CallerName, StageConfig } from '../settings/settings-schema.ts';
import { AlarmTopics } from '../constructs/alarm-topics.ts';
import { CallerRole } from '../constructs/caller-role.ts';
import { hasTargets } from '../settings/alarm-settings.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';
import { nameOf } from '../constructs/stage-context.ts';

/** What everything else refers to: the roles of those who call us, and where alarms go. */
export class CallersStack extends Stack {
  readonly roles: Readonly<Record<CallerName, IRole>>;
  readonly alarmTopics: AlarmTopics | undefined;

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
    this.letOpsFindTheStage(config);
    if (hasTargets(config.alarms.page)) {
      this.alarmTopics = new AlarmTopics(this, 'Alarms', { config });
      for (const { topicArn, node } of this.alarmTopics.own)
        new CfnOutput(this, `ArnOf ${node.id}`, { value: topicArn });
    }
    for (const caller of callerNames) {
      new CfnOutput(this, `RoleOf ${caller}`, { value: this.roles[caller].roleArn });
    }
  }

  /** Where the APIs are and what the table is called stands in the outputs of stacks that come after this one. */
  private letOpsFindTheStage(config: StageConfig): void {
    const stacks = this.formatArn({
      service: 'cloudformation',
      resource: 'stack',
      resourceName: `${nameOf(config)}-*`,
    });
    const policy = new CallerPolicy(this, 'OpsFindTheStage', {
      role: this.roles.ops,
      statements: [allow(['cloudformation:DescribeStacks'], [stacks])],
    });
    const arn = `arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/${nameOf(config)}-*`;
    acknowledge(
      policy,
      `IAM5[Resource::${arn}]`,
      'The stacks of this stage; their IDs are only known when they exist.',
    );
  }
}
