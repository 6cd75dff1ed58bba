import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { scheduleAlarm } from './schedule-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import type { WorkQueue } from './work-queue.ts';

/**
 * The group of the schedules that our functions make, and the role in whose name those send. They send to queues and
 * invoke no function: Lambda drops an asynchronous invocation after three failures, a queue keeps it.
 */
export class AlertSchedules extends Construct {
  readonly groupName: string;
  private readonly role: Role;

  constructor(scope: Construct, id: string, { config, alarmTopics }: Pick<StageContext, 'config' | 'alarmTopics'>) {
    super(scope, id);
    const stack = Stack.of(this);
    this.groupName = nameOf(config, 'alerts');
    const group = new CfnScheduleGroup(this, 'Group', { name: this.groupName });
    this.role = new Role(this, 'Role', {
      // Only for schedules of this group and account, so that nobody else's schedule can borrow the role.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': group.attrArn } },
      }),
    });
    scheduleAlarm(this, 'Failures', {
      config,
      alarmTopics,
      group: this.groupName,
      hurts: 'Alerts do not end at their deadline, and shops are not told of alerts that need action.',
    });
  }

  get roleArn(): string {
    return this.role.roleArn;
  }

  /** Lets a function have messages sent to a queue at instants of its choice. */
  let(planner: ServiceFunction, { queue, deadLetters }: Pick<WorkQueue, 'queue' | 'deadLetters'>): void {
    const stack = Stack.of(this);
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn, deadLetters.queueArn] }),
    );
    const schedules = stack.formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.groupName}/*`,
    });
    planner.allow(['scheduler:CreateSchedule'], [schedules]);
    planner.allow(['iam:PassRole'], [this.role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
    const shown = `arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.groupName}/*`;
    acknowledge(
      planner.role,
      `IAM5[Resource::${shown}]`,
      'Each alert and digest has a schedule of its own in this group.',
    );
    const environment = {
      SCHEDULE_GROUP: this.groupName,
      SCHEDULE_ROLE_ARN: this.role.roleArn,
      SCHEDULE_QUEUE_ARN: queue.queueArn,
      SCHEDULE_DEAD_LETTER_ARN: deadLetters.queueArn,
    };
    for (const [name, value] of Object.entries(environment)) planner.function.addEnvironment(name, value);
  }
}
