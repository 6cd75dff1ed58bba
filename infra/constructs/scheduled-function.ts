import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface ScheduledFunctionProps extends Pick<StageContext, 'config'> {
  readonly name: string;
  readonly description: string;
  readonly target: ServiceFunction;
  readonly everyMinutes: number;
}

/** Runs a function at a rate. A run that fails is not repeated for long: the next one does its work. */
export class ScheduledFunction extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledFunctionProps) {
    super(scope, id);
    const { functionArn } = props.target.function;
    const role = new Role(this, 'Role', {
      // Only for schedules of this account, so that nobody else's schedule can borrow the role.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    const unit = props.everyMinutes === 1 ? 'minute' : 'minutes';
    // The L2 target also grants every version and alias of the function.
    new CfnSchedule(this, 'Schedule', {
      name: nameOf(props.config, props.name),
      description: props.description,
      scheduleExpression: `rate(${props.everyMinutes} ${unit})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        retryPolicy: {
          maximumEventAgeInSeconds: Duration.minutes(Math.max(1, props.everyMinutes)).toSeconds(),
          maximumRetryAttempts: 2,
        },
      },
    });
  }
}
